import { answer, api, type Schemas } from "@/api/client";
import { useDraft, type Draft, type Stored } from "@/draft/autosave";
import { taskPath } from "./path";

type View = Schemas["TaskView"];

type Worksheet = View["worksheet"];

/** TwoWindows ends a conflict between this page and what the same person has saved elsewhere since. */
export interface TwoWindows {
  keepThis(other: Worksheet): void;
  takeOther(other: Worksheet): void;
}

/** useSheet keeps what a person types for a task and has not decided: on the server as a worksheet, in the browser until then. */
export function useSheet<T extends object>(view: View, empty: T): Draft<T> & TwoWindows {
  const read = (worksheet: Worksheet): Stored<T> => ({
    content: worksheet ? ({ ...empty, ...(worksheet.content as object) } as T) : empty,
    version: worksheet?.version ?? 0,
  });
  const draft = useDraft<T>(`sheet/${view.task.caseNo}/${view.task.id}`, read(view.worksheet), (content, version) =>
    answer(api.PUT("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/worksheet", { params: { path: taskPath(view.task) }, body: { content: content as Record<string, unknown>, version } })),
  );
  return { ...draft, keepThis: (other) => draft.keepMine(read(other)), takeOther: (other) => draft.takeTheirs(read(other)) };
}
