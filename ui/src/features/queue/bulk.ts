import type { Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";

type Task = Schemas["Task"];

/** most is how many tasks one bulk action may take. */
export const most = 200;
const atOnce = 4;

/** Outcome is what became of one task of a bulk action; without a refusal it was done. */
export interface Outcome {
  task: Task;
  refusal?: string;
}

/** each does one thing to many tasks, a few at a time, and says of each what became of it. One refusal stops no other. */
export async function each(tasks: readonly Task[], act: (task: Task) => Promise<unknown>, step: (done: number) => void, unsaid: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array(tasks.length);
  let next = 0;
  let done = 0;
  async function work(): Promise<void> {
    for (let i = next++; i < tasks.length; i = next++) {
      const task = tasks[i];
      if (!task) return;
      try {
        await act(task);
        outcomes[i] = { task };
      } catch (thrown) {
        outcomes[i] = { task, refusal: problemOf(thrown).message || unsaid };
      }
      step(++done);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, work));
  return outcomes;
}
