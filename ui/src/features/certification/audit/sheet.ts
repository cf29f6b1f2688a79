import type { Schemas } from "@/api/client";

type Result = Schemas["Result"];

/** RowCode is the verdict on one row: 通过, 退回修改, 不予通过. */
export type RowCode = "pass" | "return" | "fail";

/** RowVerdict is what the auditor says of one row (domain/certification.RowVerdict). */
export interface RowVerdict {
  no: number;
  verdict: RowCode;
  clause: string;
  reason: string;
}

/** AuditSheet is the audit of a batch (domain/certification.AuditSheet). Rows without an entry pass. */
export interface AuditSheet {
  rows: RowVerdict[];
  looked: number[];
  note: string;
}

/** emptyAudit is the sheet of an audit that has not begun. */
export const emptyAudit: AuditSheet = { rows: [], looked: [], note: "" };

/** Judged is what the sheet's rules ask of a row. */
export type Judged = Pick<Result, "no" | "flags" | "sampled" | "verdict" | "clause" | "reason"> & { changes: readonly unknown[] };

/** Group is why a row is shown: the system found something, it was drawn, it came back as it was, or none of these. */
export type Group = "flagged" | "sampled" | "back" | "rest";

/** groupOf says where a row stands in the list. */
export function groupOf(row: Judged): Group {
  if (row.flags > 0) return "flagged";
  if (row.sampled) return "sampled";
  return row.verdict === "return" || row.verdict === "fail" ? "back" : "rest";
}

const order: Group[] = ["flagged", "sampled", "back", "rest"];

/** inOrder puts what the system found first, then the sample, then what came back, each by its number. */
export function inOrder<T extends Judged>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)) || a.no - b.no);
}

/** isSettled says whether the last round has passed or failed a row that stands as it did. */
export function isSettled(row: Judged): boolean {
  return (row.verdict === "pass" || row.verdict === "fail") && row.changes.length === 0;
}

/** isAsked says whether the auditor decides on the row one by one. */
export function isAsked(row: Judged): boolean {
  if (isSettled(row)) return false;
  return row.flags > 0 || row.sampled || row.verdict === "return";
}

/** entryOf finds what the sheet says of a row. */
export function entryOf(sheet: AuditSheet, no: number): RowVerdict | undefined {
  return sheet.rows.find((entry) => entry.no === no);
}

/** decisionOf is how a row is decided now: by the sheet, by the last round, or not yet; rows that nobody asks about pass. */
export function decisionOf(sheet: AuditSheet, row: Judged): RowCode | "" {
  const entry = entryOf(sheet, row.no);
  if (entry) return entry.verdict;
  if (isSettled(row)) return row.verdict;
  return isAsked(row) ? "" : "pass";
}

/** decide puts a verdict on a row; words that were written before stay, a clause stays only with a fail. */
export function decide(sheet: AuditSheet, no: number, verdict: RowCode): AuditSheet {
  const before = entryOf(sheet, no);
  const entry = { no, verdict, clause: verdict === "fail" ? (before?.clause ?? "") : "", reason: before?.reason ?? "" };
  return { ...sheet, rows: [...sheet.rows.filter((one) => one.no !== no), entry].sort((a, b) => a.no - b.no) };
}

/** say changes the words to a verdict. */
export function say(sheet: AuditSheet, no: number, change: Partial<Pick<RowVerdict, "clause" | "reason">>): AuditSheet {
  return { ...sheet, rows: sheet.rows.map((entry) => (entry.no === no ? { ...entry, ...change } : entry)) };
}

/** look notes that the evidence of a sampled row was looked at, or takes that back. */
export function look(sheet: AuditSheet, no: number, looked: boolean): AuditSheet {
  const others = sheet.looked.filter((one) => one !== no);
  return { ...sheet, looked: looked ? [...others, no].sort((a, b) => a - b) : others };
}

/** Gap is something that a row still lacks. */
export interface Gap {
  no: number;
  kind: "undecided" | "look" | "reason" | "clause";
}

/** gapsOf lists what stands against the decision, row by row. */
export function gapsOf(sheet: AuditSheet, rows: readonly Judged[]): Gap[] {
  const gaps: Gap[] = [];
  const looked = new Set(sheet.looked);
  const entries = new Map(sheet.rows.map((entry) => [entry.no, entry]));
  for (const row of rows) {
    if (isAsked(row) && !entries.has(row.no)) gaps.push({ no: row.no, kind: "undecided" });
    else if (row.sampled && !isSettled(row) && !looked.has(row.no)) gaps.push({ no: row.no, kind: "look" });
  }
  for (const { no, verdict, reason, clause } of sheet.rows) {
    if (verdict !== "pass" && !reason.trim()) gaps.push({ no, kind: "reason" });
    else if (verdict === "fail" && !clause) gaps.push({ no, kind: "clause" });
  }
  return gaps;
}

/** Tally counts the rows of a batch by their verdict. */
export interface Tally {
  passed: number;
  returned: number;
  failed: number;
  open: number;
}

/** tallyOf counts how the batch stands. `attention` are all rows that somebody must look at; all others pass. */
export function tallyOf(sheet: AuditSheet, attention: readonly Judged[], total: number): Tally {
  const entries = new Map(sheet.rows.map((entry) => [entry.no, entry.verdict]));
  const said = [...entries.values()];
  for (const row of attention) {
    const decision = entries.has(row.no) ? undefined : decisionOf(sheet, row);
    if (decision !== undefined && decision !== "pass") said.push(decision as RowCode);
  }
  const count = (code: string) => said.filter((one) => one === code).length;
  const returned = count("return");
  const failed = count("fail");
  const open = said.filter((one) => (one as string) === "").length;
  return { passed: total - returned - failed - open, returned, failed, open };
}

/** verdictOf is the verdict on the batch that follows from its rows; what is open may still pass. */
export function verdictOf({ passed, returned, failed, open }: Tally): "pass" | "passInPart" | "returnRows" | "fail" {
  if (returned > 0) return "returnRows";
  if (passed + open === 0) return "fail";
  return failed > 0 ? "passInPart" : "pass";
}

/** bulkRows lists the open rows that may pass together: the system found nothing, and the sampled ones were looked at. */
export function bulkRows(sheet: AuditSheet, rows: readonly Judged[]): number[] {
  const looked = new Set(sheet.looked);
  return rows.filter((row) => row.flags === 0 && decisionOf(sheet, row) === "" && (!row.sampled || looked.has(row.no))).map((row) => row.no);
}

/** passAll passes several rows at once. */
export function passAll(sheet: AuditSheet, numbers: readonly number[]): AuditSheet {
  return numbers.reduce((next, no) => decide(next, no, "pass"), sheet);
}

/** wishOf is the sheet as it goes with the decision: only sampled rows are looked at, and words are trimmed. */
export function wishOf(sheet: AuditSheet, rows: readonly Judged[]): AuditSheet {
  const sampled = new Set(rows.filter((row) => row.sampled).map((row) => row.no));
  return {
    rows: sheet.rows.map((entry) => ({ ...entry, reason: entry.verdict === "pass" ? "" : entry.reason.trim() })),
    looked: sheet.looked.filter((no) => sampled.has(no)),
    note: sheet.note.trim(),
  };
}
