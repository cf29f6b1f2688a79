import type { Schemas } from "@/api/client";
import type { Refusal } from "./outbox/record";

/** closedBy says that a task is finished or fell away, in the form of the answer that a submission would get; nothing while it is open. */
export function closedBy(task: Schemas["Task"]): Refusal | undefined {
  if (task.state !== "done" && task.state !== "void") return undefined;
  const facts: Record<string, string> = { state: task.state };
  if (task.closedBy?.name) facts.who = task.closedBy.name;
  if (task.closedAt) facts.at = task.closedAt;
  return { status: 409, code: "closed", detail: "", fields: [], facts, requestId: "" };
}
