import type { Schemas } from "@/api/client";
import type { Batch, Result } from "./queries";

export type Content = Schemas["ResultContent"];
export type RowField = keyof Content;

/** groups are the fields of a row as its form shows them. */
export const groups = {
  person: ["name", "idKind", "idNumber", "photo"],
  post: ["employer", "employment", "agency", "agencyFrom", "agencyThrough"],
  subject: ["occupation", "workType", "level", "condition"],
  scores: ["theory", "practice", "review", "process"],
  grades: ["performance", "ethics", "projects", "problems", "innovation", "teaching"],
  competition: ["competition", "rank"],
  note: ["note"],
} as const satisfies Record<string, readonly RowField[]>;

export type Group = keyof typeof groups;

/** scoresOf are the parts with marks of each way (notice 三(二)). */
const scoresOf: Record<string, readonly RowField[]> = { examination: ["theory", "practice"], review: ["review"], process: ["process"], competition: [] };

const technician = new Set(["2", "1", "T", "S"]);
const fourParts = new Set<RowField>(groups.grades.slice(2));
const agency = new Set<RowField>(["agency", "agencyFrom", "agencyThrough"]);

/** asked says whether way, level and employment ask for a field. */
function asked(field: RowField, batch: Pick<Batch, "way" | "level">, content: Content): boolean {
  if ((groups.scores as readonly RowField[]).includes(field)) return scoresOf[batch.way]?.includes(field) ?? true;
  if (fourParts.has(field)) return technician.has(batch.level);
  if ((groups.competition as readonly RowField[]).includes(field)) return batch.way === "competition";
  if (agency.has(field)) return content.employment === "dispatched";
  return true;
}

/** fieldsShown are the fields of a group that the form shows: those that are asked for, and those that hold something or were found wrong, so that they can be emptied. */
export function fieldsShown(group: Group, batch: Pick<Batch, "way" | "level">, content: Content, findings: readonly { field: string }[]): RowField[] {
  return groups[group].filter((field) => asked(field, batch, content) || content[field] !== "" || findings.some((one) => one.field === field));
}

/** scoreWords names the marks that a row has, in the order of the parts. */
export function scoresIn(content: Content): { field: RowField; value: string }[] {
  return groups.scores.flatMap((field) => (content[field] === "" ? [] : [{ field, value: content[field] }]));
}

/** Stand is what there is to say of a row at a glance. */
export type Stand = "wrong" | "return" | "fail" | "pass" | "warn" | "good";

/** standOf says how a row stands: before the audit by what the check found, afterwards by its verdict; what has been mended since is judged anew. */
export function standOf(row: Pick<Result, "findings" | "verdict" | "changes">): Stand {
  if (row.findings.some((one) => one.level === "wrong")) return "wrong";
  if (row.verdict && !(row.verdict === "return" && row.changes.length > 0)) return row.verdict;
  return row.findings.length > 0 ? "warn" : "good";
}

/** mayEdit says whether the enterprise may change a row now. */
export function mayEdit(batch: Pick<Batch, "state">, row: Pick<Result, "verdict">): boolean {
  return batch.state === "draft" || (batch.state === "correction" && row.verdict === "return");
}

/** untouched lists the returned rows that are as they were. */
export function untouched(rows: readonly Pick<Result, "no" | "changes">[]): number[] {
  return rows.filter((row) => row.changes.length === 0).map((row) => row.no);
}
