import type { Schemas } from "@/api/client";

/** Kind is an operation that frees a case which does not move by itself. */
export type Kind = "retry" | "skip" | "reassign" | "reopen" | "extend";

/** kinds lists the operations, the mildest first. */
export const kinds: readonly Kind[] = ["retry", "skip", "reassign", "reopen", "extend"];

/** OperationForm is what the operator fills in; each operation uses some of it. */
export interface OperationForm {
  kind: Kind;
  reason: string;
  taskId: string;
  stage: string;
  effect: string;
  body: string;
  assignee: string;
  days: number;
}

/** emptyForm retries. */
export const emptyForm: OperationForm = { kind: "retry", reason: "", taskId: "", stage: "", effect: "", body: "", assignee: "", days: 0 };

/** Gap is what is missing: a key of the language file. */
export type Gap = "operate.gap.reason" | "operate.gap.task" | "operate.gap.stage" | "operate.gap.effect" | "operate.gap.target" | "operate.gap.days";

/** gapsIn lists what stands against an operation. */
export function gapsIn(form: OperationForm): Gap[] {
  const gaps: Gap[] = [];
  const need = (gap: Gap, ok: boolean) => {
    if (!ok) gaps.push(gap);
  };
  if (form.kind === "skip") need("operate.gap.effect", form.effect !== "");
  if (form.kind === "reopen") need("operate.gap.stage", form.stage !== "");
  if (form.kind === "reassign" || form.kind === "extend") need("operate.gap.task", form.taskId !== "");
  if (form.kind === "reassign") need("operate.gap.target", form.body !== "" || form.assignee.trim() !== "");
  if (form.kind === "extend") need("operate.gap.days", form.days >= 1 && form.days <= 250);
  need("operate.gap.reason", form.reason.trim().length >= 2);
  return gaps;
}

/** operationOf keeps of the form what its operation uses. */
export function operationOf(form: OperationForm): Schemas["Operation"] {
  const { kind, reason, taskId, stage, effect, body, assignee, days } = form;
  const base = { operation: kind, reason: reason.trim() };
  switch (kind) {
    case "skip": return { ...base, effect };
    case "reopen": return { ...base, stage };
    case "extend": return { ...base, taskId, days };
    case "reassign": return { ...base, taskId, ...(body ? { body } : {}), ...(assignee.trim() ? { assignee: assignee.trim() } : {}) };
    default: return base;
  }
}
