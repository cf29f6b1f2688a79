import type { Schemas } from "@/api/client";

/** Names gives the name of a user ID, as far as the case file tells it. */
export type Names = ReadonlyMap<string, string>;

/** namesIn collects who is named in statements and tasks, by user ID. */
export function namesIn(statements: readonly Schemas["Statement"][], tasks: readonly Schemas["Task"][] = []): Names {
  const names = new Map<string, string>();
  const add = (person?: Schemas["Person"]) => {
    if (person?.id && person.name) names.set(person.id, person.name);
  };
  for (const { actor, onBehalf } of statements) {
    add(actor);
    add(onBehalf);
  }
  for (const { assignee, claimedBy, closedBy } of tasks) {
    add(assignee);
    add(claimedBy);
    add(closedBy);
  }
  return names;
}
