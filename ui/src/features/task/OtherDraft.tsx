import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import type { AutosaveStatus } from "@/draft/autosave";
import { Button, Icon } from "@/design";
import { momentOf, useText } from "@/i18n";
import { taskQuery } from "./queries";
import type { TwoWindows } from "./sheet";

/** OtherDraft stands where the same person has saved this sheet from another window since: both are kept, and one is chosen. */
export function OtherDraft({ view, draft }: { view: Schemas["TaskView"]; draft: TwoWindows & { status: AutosaveStatus } }) {
  const t = useText("shell");
  const client = useQueryClient();
  const conflict = draft.status === "conflict";
  const { data } = useQuery({ queryKey: ["other draft", view.task.caseNo, view.task.id], queryFn: () => client.fetchQuery({ ...taskQuery(view.task), staleTime: 0 }), enabled: conflict, staleTime: 0 });
  if (!conflict) return null;
  const other = data?.worksheet;
  const why = data ? undefined : [t("other.reading")];
  return (
    <section className="other-draft" role="alert">
      <p><Icon name="swap" />{other ? t("other.saved", { when: momentOf(other.updatedAt) }) : t("other.title")}</p>
      <p>
        <Button kind="primary" why={why} onClick={() => draft.keepThis(other)}>{t("other.mine")}</Button>
        <Button why={why} onClick={() => draft.takeOther(other)}>{t("other.theirs")}</Button>
      </p>
    </section>
  );
}
