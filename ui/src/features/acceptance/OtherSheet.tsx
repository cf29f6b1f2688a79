import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Button, Icon } from "@/design";
import { momentOf, useText } from "@/i18n";
import { taskQuery } from "@/features/task/queries";
import { emptySheet, type Sheet } from "./sheet";

/** OtherSheet stands where the officer has saved this review from another window since: one of the two is to hold. */
export function OtherSheet({ view, draft }: { view: Schemas["TaskView"]; draft: Draft<Sheet> }) {
  const t = useText("acceptance");
  const client = useQueryClient();
  const conflict = draft.status === "conflict";
  const { data } = useQuery({
    queryKey: ["other sheet", view.task.caseNo, view.task.id],
    queryFn: () => client.fetchQuery({ ...taskQuery(view.task), staleTime: 0 }),
    enabled: conflict,
    staleTime: 0,
    gcTime: 0,
  });
  if (!conflict) return null;
  const other = data?.worksheet;
  const theirs = other && { content: { ...emptySheet, ...(other.content as object) } as Sheet, version: other.version };
  const why = theirs ? undefined : [t("other.reading")];
  return (
    <section className="acc-other" role="alert">
      <p><Icon name="swap" />{t("other", { when: other ? momentOf(other.updatedAt) : "" })}</p>
      <Button small kind="primary" why={why} onClick={() => theirs && draft.keepMine(theirs)}>{t("other.mine")}</Button>
      <Button small why={why} onClick={() => theirs && draft.takeTheirs(theirs)}>{t("other.theirs")}</Button>
    </section>
  );
}
