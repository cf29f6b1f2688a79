import type { Schemas } from "@/api/client";
import { idProblem, isMasked, tidyId, type IdProblem } from "./residentId";

export type StaffRow = Schemas["StaffRow"];
export type StaffKind = StaffRow["kind"];

/** staffKinds are the four lists of material 7 (notice 一(三)). */
export const staffKinds: readonly StaffKind[] = ["fullTime", "expert", "assessor", "qualitySupervisor"];

/** employments are the ways in which a person belongs to the enterprise. */
export const employments = ["own", "hired", "dispatched"] as const;

/** StaffField is a column of the lists. */
export type StaffField = keyof StaffRow;

/** StaffFault is what is wrong with one field of a row; `row` is the other row of a double. */
export interface StaffFault {
  field: StaffField;
  code: IdProblem | "blank" | "again" | "expired" | "double" | "name_differs";
  row?: number;
}

/** blankRow begins a row of a list. */
export function blankRow(kind: StaffKind): StaffRow {
  return { kind, name: "", idNumber: "", position: "", title: "", occupation: "", level: "", cardNo: "", employment: "own" };
}

/** tidyRow takes blanks off the ends and makes the number comparable. */
export function tidyRow(row: StaffRow): StaffRow {
  const tidy: StaffRow = { ...row, name: row.name.trim(), idNumber: tidyId(row.idNumber ?? "") };
  for (const field of ["position", "title", "occupation", "cardNo"] as const) tidy[field] = (row[field] ?? "").trim();
  if (!tidy.validThrough) delete tidy.validThrough;
  return tidy;
}

/**
 * faultsOf checks one row before it joins the lists. `before` is the row as it was stored: a masked number stands for the
 * stored one only while list and name are the same.
 */
export function faultsOf(row: StaffRow, others: readonly StaffRow[], today: string, before?: StaffRow): StaffFault[] {
  const faults: StaffFault[] = [];
  const id = tidyId(row.idNumber ?? "");
  if (!row.name.trim()) faults.push({ field: "name", code: "blank" });
  if (!row.employment) faults.push({ field: "employment", code: "blank" });
  if (!id) faults.push({ field: "idNumber", code: "blank" });
  else if (isMasked(id)) {
    if (!before || before.idNumber !== id || before.kind !== row.kind || before.name !== row.name.trim()) faults.push({ field: "idNumber", code: "again" });
  } else {
    const wrong = idProblem(id, today);
    if (wrong) faults.push({ field: "idNumber", code: wrong });
    const double = others.findIndex((other) => other.kind === row.kind && other.idNumber === id);
    if (double >= 0) faults.push({ field: "idNumber", code: "double", row: double });
    if (others.some((other) => other.idNumber === id && other.name !== row.name.trim())) faults.push({ field: "name", code: "name_differs" });
  }
  if (row.validThrough && row.validThrough < today) faults.push({ field: "validThrough", code: "expired" });
  return faults;
}

/** countsOf counts the rows of each list. */
export function countsOf(rows: readonly StaffRow[]): Record<StaffKind, number> {
  const counts: Record<StaffKind, number> = { fullTime: 0, expert: 0, assessor: 0, qualitySupervisor: 0 };
  for (const row of rows) counts[row.kind]++;
  return counts;
}

/** joined puts the rows of a workbook in place of the lists that it holds, or after what is there. */
export function joined(rows: readonly StaffRow[], fromBook: readonly StaffRow[], how: "replace" | "append"): StaffRow[] {
  const kinds = new Set(fromBook.map((row) => row.kind));
  const kept = how === "replace" ? rows.filter((row) => !kinds.has(row.kind)) : rows;
  return staffKinds.flatMap((kind) => [...kept, ...fromBook].filter((row) => row.kind === kind));
}
