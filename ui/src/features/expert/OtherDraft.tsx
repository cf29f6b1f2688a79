import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Button, Icon } from "@/design";
import { momentOf, useText } from "@/i18n";
import { taskQuery } from "@/features/task/queries";

/** OtherDraft stands where the same person has saved this sheet from another window since: both are kept, and one is chosen. */
export function OtherDraft<T extends object>({ view, draft, empty }: { view: Schemas["TaskView"]; draft: Draft<T>; empty: T }) {
  const t = useText("expert");
  const client = useQueryClient();
  const conflict = draft.status === "conflict";
  const { data } = useQuery({ queryKey: ["other draft", view.task.caseNo, view.task.id], queryFn: () => client.fetchQuery({ ...taskQuery(view.task), staleTime: 0 }), enabled: conflict, staleTime: 0 });
  if (!conflict) return null;
  const other = data?.worksheet;
  const theirs = other && { content: { ...empty, ...(other.content as object) } as T, version: other.version };
  const why = theirs ? undefined : [t("other.reading")];
  return (
    <section className="expert-other" role="alert">
      <p><Icon name="swap" />{other ? t("other.saved", { when: momentOf(other.updatedAt) }) : t("other.title")}</p>
      <div className="expert-actions">
        <Button kind="primary" why={why} onClick={() => theirs && draft.keepMine(theirs)}>{t("other.mine")}</Button>
        <Button why={why} onClick={() => theirs && draft.takeTheirs(theirs)}>{t("other.theirs")}</Button>
      </div>
    </section>
  );
}
