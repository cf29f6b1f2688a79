import type { Schemas } from "@/api/client";

type Grant = Schemas["Grant"];
type Statement = Schemas["Statement"];

/** appliedGrants gives the occupations and levels of an application. */
export function appliedGrants(rows: readonly Schemas["OccupationRow"][]): Grant[] {
  return rows.map((row) => ({ code: row.code, name: row.name, workType: row.workType, levels: row.levels.map((level) => level.code) }));
}

/** nameOf reads a work type; older answers left it out where the occupation has none. */
const nameOf = (grant: { workType?: string }) => grant.workType?.trim() ?? "";

/** sameOccupation says whether two entries name the same occupation and work type. */
export function sameOccupation(a: Pick<Grant, "code" | "workType">, b: Pick<Grant, "code" | "workType">): boolean {
  return a.code === b.code && nameOf(a) === nameOf(b);
}

/** within keeps of the bounds what the limits name: their occupations, and of these their levels. */
export function within(bounds: readonly Grant[], limits: readonly Grant[]): Grant[] {
  return bounds.flatMap((bound) => {
    const limit = limits.find((l) => sameOccupation(l, bound));
    const levels = bound.levels.filter((level) => limit?.levels.includes(level));
    return levels.length > 0 ? [{ ...bound, levels }] : [];
  });
}

/** sheetOf reads the sheet of a statement as that of its stage. */
export function sheetOf<S extends keyof Schemas["SheetOf"]>(said: Statement | undefined): Schemas["SheetOf"][S] | undefined {
  return said?.content.sheet as Schemas["SheetOf"][S] | undefined;
}

/**
 * grantedBy says which occupations and levels have passed: those of the verification, or else all that the experts
 * recommend, within what was applied for (domain/filing.Granted).
 */
export function grantedBy(rows: readonly Schemas["OccupationRow"][], statements: readonly Statement[]): Grant[] {
  const assessed = sheetOf<"assessment">(statements.filter((s) => s.stage === "assessment" && s.verdict === "conclude").at(-1));
  const verified = sheetOf<"verification">(statements.filter((s) => s.stage === "verification" && s.verdict === "pass").at(-1));
  if (!assessed || !verified) return [];
  const limits = verified.granted.length > 0 ? verified.granted : assessed.conclusion === "recommend" ? assessed.recommended : [];
  return within(appliedGrants(rows), limits);
}
