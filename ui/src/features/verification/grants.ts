import type { Schemas } from "@/api/client";
import { sameOccupation, within } from "@/features/case/granted";

type Grant = Schemas["Grant"];

/** levelsIn lists the levels that any of the bounds has, from the lowest to the highest as the reference orders them. */
export function levelsIn(bounds: readonly Grant[], order: readonly string[]): string[] {
  return order.filter((level) => bounds.some((bound) => bound.levels.includes(level)));
}

/** granted says whether a level of an occupation is among the grants. */
export function granted(grants: readonly Grant[], of: Pick<Grant, "code" | "workType">, level: string): boolean {
  return grants.some((grant) => sameOccupation(grant, of) && grant.levels.includes(level));
}

/** toggleGrant gives or takes a level; the grants keep the order of the bounds. */
export function toggleGrant(bounds: readonly Grant[], grants: readonly Grant[], of: Grant, level: string): Grant[] {
  const had = granted(grants, of, level);
  const next = had
    ? grants.map((grant) => (sameOccupation(grant, of) ? { ...grant, levels: grant.levels.filter((l) => l !== level) } : grant))
    : [...grants.filter((grant) => !sameOccupation(grant, of)), { ...of, levels: [...(grants.find((grant) => sameOccupation(grant, of))?.levels ?? []), level] }];
  return within(bounds, next);
}

/** countLevels counts the levels of all grants. */
export function countLevels(grants: readonly Grant[]): number {
  return grants.reduce((sum, grant) => sum + grant.levels.length, 0);
}
