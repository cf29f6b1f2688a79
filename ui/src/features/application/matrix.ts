import type { Schemas } from "@/api/client";

export type OccupationRow = Schemas["OccupationRow"];
export type Way = OccupationRow["ways"][number];

/** levelColumns are the columns of the matrix: 五级 to 一级, then 特级技师 and 首席技师 above them. */
export const levelColumns = ["5", "4", "3", "2", "1", "T", "S"] as const;
export type LevelCode = (typeof levelColumns)[number];

/** ways are the four ways of evaluation (notice 三(二)). */
export const ways: readonly Way[] = ["examination", "comprehensiveReview", "processAssessment", "competition"];

/** Part is a mark of the pass rule. */
export type Part = "theory" | "skill" | "review";

/** restsOn is the level of a national standard that a level needs: 特级技师 and 首席技师 rest on 一级. */
export function restsOn(level: string): string {
  return level === "T" || level === "S" ? "1" : level;
}

/** offered says whether a level may be chosen: a national standard has certain levels, a specification of one's own any. */
export function offered(level: string, row: Pick<OccupationRow, "standard">, known: readonly string[]): boolean {
  return row.standard.kind === "enterpriseSpecification" || known.length === 0 || known.includes(restsOn(level));
}

/** chosen says whether a row has the level. */
export function chosen(row: OccupationRow, level: string): boolean {
  return row.levels.some((l) => l.code === level);
}

const rank = (code: string) => levelColumns.indexOf(code as LevelCode);

/** toggleLevel chooses a level or takes it back; the levels stay in the order of the columns. */
export function toggleLevel(row: OccupationRow, level: string): OccupationRow {
  const levels = chosen(row, level) ? row.levels.filter((l) => l.code !== level) : [...row.levels, { code: level, subLevels: [] }];
  return { ...row, levels: [...levels].sort((a, b) => rank(a.code) - rank(b.code)) };
}

/** partsOf lists the marks that the ways use: an examination has theory and skill, a comprehensive review its own. */
export function partsOf(chosenWays: readonly Way[]): Part[] {
  const parts: Part[] = [];
  if (chosenWays.includes("examination")) parts.push("theory", "skill");
  if (chosenWays.includes("comprehensiveReview")) parts.push("review");
  return parts;
}

/** toggleWay chooses a way or takes it back. Marks that a way brings in start at the setting; marks that no way uses go back to 0. */
export function toggleWay(row: OccupationRow, way: Way, mark: number): OccupationRow {
  const next = row.ways.includes(way) ? row.ways.filter((w) => w !== way) : ways.filter((w) => w === way || row.ways.includes(w));
  const parts = partsOf(next);
  const of = (part: Part) => (parts.includes(part) ? row.passRule[part] || mark : 0);
  return { ...row, ways: next, passRule: { ...row.passRule, theory: of("theory"), skill: of("skill"), review: of("review") } };
}

/** rowOf begins a row for an occupation of the catalogue, by its national standard and the usual way. */
export function rowOf(occupation: Pick<Schemas["Occupation"], "code" | "name">, standardName: string, mark: number): OccupationRow {
  return {
    code: occupation.code,
    name: occupation.name,
    workType: "",
    levels: [],
    standard: { kind: "nationalStandard", name: standardName, document: "" },
    ways: ["examination"],
    passRule: { theory: mark, skill: mark, review: 0, text: "" },
  };
}

/** twin gives the index of an earlier row with the same occupation and work type, or -1. */
export function twin(rows: readonly OccupationRow[], at: number): number {
  const row = rows[at];
  const first = rows.findIndex((other) => other.code === row?.code && other.workType.trim() === row.workType.trim());
  return first < at ? first : -1;
}

/** likeRow gives every row the ways and the pass rule of one of them. */
export function likeRow(rows: readonly OccupationRow[], at: number): OccupationRow[] {
  const model = rows[at];
  return model ? rows.map((row) => ({ ...row, ways: [...model.ways], passRule: { ...model.passRule } })) : [...rows];
}

/** combinations counts occupations with their levels: what the receipt will file. */
export function combinations(rows: readonly OccupationRow[]): number {
  return rows.reduce((sum, row) => sum + row.levels.length, 0);
}

/** subLevelLimit is the greatest number of characters of a step within a level. */
export const subLevelLimit = 10;

/** stepsOf reads the steps within a level, typed one after another with commas or blanks between. */
export function stepsOf(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，、;；]+/).filter(Boolean))];
}

/** wrongSteps gives the steps that cannot stand: too long, or with a slash. */
export function wrongSteps(steps: readonly string[]): string[] {
  return steps.filter((step) => [...step].length > subLevelLimit || step.includes("/"));
}
