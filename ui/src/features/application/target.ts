import { fieldId } from "@/features/task/fields";

/** targetOf gives the id of the control of a pointer on this page, or of the nearest thing that it lies in. */
export function targetOf(pointer: string): string | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const id = fieldId(at);
    if (document.getElementById(id)) return id;
  }
  return undefined;
}
