import { answer, api, type Schemas } from "@/api/client";
import { useDraft, type Draft } from "@/draft/autosave";
import { taskPath } from "./path";

type View = Schemas["TaskView"];

/** useSheet keeps what a person types for a task and has not decided: on the server as a worksheet, in the browser until then. */
export function useSheet<T extends object>(view: View, empty: T): Draft<T> {
  const sheet = view.worksheet;
  const stored = { content: sheet ? ({ ...empty, ...(sheet.content as object) } as T) : empty, version: sheet?.version ?? 0 };
  return useDraft<T>(`sheet/${view.task.caseNo}/${view.task.id}`, stored, (content, version) =>
    answer(api.PUT("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/worksheet", { params: { path: taskPath(view.task) }, body: { content: content as Record<string, unknown>, version } })),
  );
}
