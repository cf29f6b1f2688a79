import { useQuery } from "@tanstack/react-query";
import { Icon } from "@/design";
import { useText } from "@/i18n";
import { paperHref } from "@/features/task/PaperLinks";
import { papersQuery } from "@/features/task/queries";

/** NoticePaper leads to the letter that asks for what is mended here. */
export function NoticePaper({ caseNo, kind }: { caseNo: string; kind: string }) {
  const t = useText("application");
  const { data } = useQuery(papersQuery(caseNo));
  const paper = data?.items.filter((one) => one.kind === kind && one.state === "made").at(-1);
  if (!paper) return null;
  return (
    <p>
      <a className="sup-notice" href={paperHref(caseNo, paper)} target="_blank" rel="noreferrer"><Icon name="file" />{t("sup.notice", { name: paper.name })}</a>
    </p>
  );
}
