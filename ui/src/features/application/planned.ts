import type { Schemas } from "@/api/client";
import type { OccupationRow } from "./matrix";

type Planned = Pick<Schemas["PlanNumber"], "code" | "workType" | "level" | "people">;

const keyOf = (code: string, workType: string, level: string) => `${code}\u0000${workType.trim()}\u0000${level}`;

const keysOf = (rows: readonly OccupationRow[]) => new Set(rows.flatMap((row) => row.levels.map((level) => keyOf(row.code, row.workType, level.code))));

/** planLeft counts the levels of the matrix that have no planned number of people. */
export function planLeft(rows: readonly OccupationRow[], numbers: readonly Planned[]): number {
  const given = new Set(numbers.filter((n) => n.people > 0).map((n) => keyOf(n.code, n.workType, n.level)));
  return [...keysOf(rows)].filter((key) => !given.has(key)).length;
}

/** planStale counts the planned numbers whose level is no longer in the matrix. */
export function planStale(rows: readonly OccupationRow[], numbers: readonly Planned[]): number {
  const keys = keysOf(rows);
  return numbers.filter((n) => !keys.has(keyOf(n.code, n.workType, n.level))).length;
}
