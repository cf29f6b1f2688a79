import type { Schemas } from "@/api/client";

type Task = Pick<Schemas["Task"], "caseNo" | "stage" | "round" | "slot">;

/** taskPath gives a task's parameters as the API's addresses want them. */
export function taskPath(task: Task): { caseNo: string; stage: string; round: number; slot: string } {
  return { caseNo: task.caseNo, stage: task.stage, round: task.round, slot: task.slot };
}

export const taskQueryKey = (task: Task) => ["task", task.caseNo, task.stage, task.round, task.slot] as const;
