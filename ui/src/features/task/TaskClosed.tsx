import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { Empty } from "@/design";
import { momentOf, useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { caseQuery } from "./queries";

/** TaskClosed stands where a task is finished: who did it and when, and where the case is now. */
export function TaskClosed({ view }: { view: Schemas["TaskView"] }) {
  const t = useText("shell");
  const { task } = view;
  const { data: now } = useSuspenseQuery(caseQuery(task.caseNo));
  const verdict = view.verdicts.find((option) => option.code === task.verdict)?.name ?? task.verdict ?? "";
  const title = task.state === "void"
    ? t("closed.void")
    : t("closed.done", { name: task.closedBy?.name ?? "", when: task.closedAt ? momentOf(task.closedAt) : "", verdict });
  const mine = now.openTasks.find((open) => open.mine);
  return (
    <Empty
      title={title}
      action={
        <>
          {mine && <p><a href={taskHref(mine)}>{t("done.own", { stage: mine.stageName })}</a></p>}
          <Link to="/app/cases/$caseNo" params={{ caseNo: task.caseNo }}>{t("done.case")}</Link>
        </>
      }
    />
  );
}
