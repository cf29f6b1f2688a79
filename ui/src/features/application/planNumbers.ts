import type { Content } from "./section";

type Numbers = Content["plan"]["numbers"];
type Rows = Content["occupations"]["rows"];

/** PlanRow is one occupation or work type of the matrix, and the levels that are applied for. */
export interface PlanRow {
  code: string;
  workType: string;
  name: string;
  levels: readonly string[];
}

/** planRows gives the rows of the table of planned numbers: what the matrix of occupations applies for. */
export function planRows(rows: Rows): PlanRow[] {
  return rows
    .filter((row) => row.code !== "")
    .map((row) => ({ code: row.code, workType: row.workType, name: row.workType ? `${row.name}（${row.workType}）` : row.name, levels: row.levels.map((level) => level.code) }));
}

/** indexOf finds the entry of a cell; its pointer is /plan/numbers/<index>. */
export function indexOf(numbers: Numbers, row: PlanRow, level: string): number {
  return numbers.findIndex((n) => n.code === row.code && n.workType === row.workType && n.level === level);
}

/** withPeople sets one cell; 0 takes the entry out. The order of the others stays, so that pointers to them hold. */
export function withPeople(numbers: Numbers, row: PlanRow, level: string, people: number): Numbers {
  const at = indexOf(numbers, row, level);
  if (people === 0) return numbers.filter((_, i) => i !== at);
  if (at >= 0) return numbers.map((n, i) => (i === at ? { ...n, people } : n));
  return [...numbers, { code: row.code, workType: row.workType, level, people }];
}

/** strays are numbers for an occupation or level that is no longer applied for. */
export function strays(numbers: Numbers, rows: readonly PlanRow[]): Numbers {
  return numbers.filter((n) => !rows.some((row) => row.code === n.code && row.workType === n.workType && row.levels.includes(n.level)));
}

/** withoutStrays keeps what is applied for. */
export function withoutStrays(numbers: Numbers, rows: readonly PlanRow[]): Numbers {
  const gone = new Set(strays(numbers, rows));
  return numbers.filter((n) => !gone.has(n));
}
