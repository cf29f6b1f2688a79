import { useState } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { toast } from "@/design";
import { useText } from "@/i18n";
import { taskPath } from "@/features/task/path";
import { taskKey } from "./trail";

type Task = Schemas["Task"];

/** claimTask takes a task (签收). */
export function claimTask(task: Task): Promise<Task> {
  return answer(api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/claim", { params: { path: taskPath(task) } }));
}

/** useClaim takes tasks from the list; the row stays where it is and says who has it now. */
export function useClaim(put: (task: Task) => void): { take(task: Task): void; busy: ReadonlySet<string> } {
  const t = useText("queue");
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const mark = (key: string, on: boolean) => setBusy((before) => {
    const next = new Set(before);
    if (on) next.add(key);
    else next.delete(key);
    return next;
  });
  async function take(task: Task) {
    const key = taskKey(task);
    mark(key, true);
    try {
      put(await claimTask(task));
      toast(t("claimed", { name: task.enterpriseName }));
    } catch (thrown) {
      toast(problemOf(thrown).message || t("failed"), "warn");
    } finally {
      mark(key, false);
      void queryClient.invalidateQueries({ queryKey: ["task", task.caseNo] });
      void queryClient.invalidateQueries({ queryKey: ["tasks-poll"] });
    }
  }
  return { take: (task) => void take(task), busy };
}
