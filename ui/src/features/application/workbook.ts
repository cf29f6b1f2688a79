import { send, type Schemas } from "@/api/client";
import { problemFrom } from "@/api/problem";
import type { StaffKind } from "./staffRows";

/** Checked is a workbook as it was read; nothing of it is stored. */
export type Checked = Schemas["StaffCheck"];
export type BookRow = Schemas["StaffCheckRow"];
type CellProblem = Schemas["CellProblem"];

/** CellFault is what is wrong at one place of a workbook: the row and column as the reader sees them, what stands there, and the rule. */
export interface CellFault extends CellProblem {
  line: number;
}

/** templateHref is where the workbook to fill in lies; what is saved already stands in it, with masked numbers. */
export function templateHref(applicationId: string): string {
  return `/api/applications/${encodeURIComponent(applicationId)}/staff/workbook`;
}

/** checkWorkbook has a filled workbook read and judged; nothing of it is stored. */
export async function checkWorkbook(applicationId: string, file: File): Promise<Checked> {
  const response = await send(
    new Request(new URL(`${templateHref(applicationId)}/check`, window.location.origin), {
      method: "POST",
      headers: { "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
      body: await file.arrayBuffer(),
    }),
  );
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as Checked;
}

/** faultsIn lists every fault of a workbook, in the order of its rows. */
export function faultsIn(checked: Checked): CellFault[] {
  return checked.rows.flatMap((row) => row.problems.map((problem) => ({ ...problem, line: row.line })));
}

/** placeOf names a cell as the reader finds it: B4. */
export function placeOf(fault: CellFault): string {
  return fault.column ? `${fault.column}${fault.line}` : String(fault.line);
}

/** kindsIn lists the lists that a workbook holds. */
export function kindsIn(checked: Checked): StaffKind[] {
  return [...new Set(checked.rows.map((row) => row.content.kind))];
}

/** sheetOfFaults writes the faults as text with tabs between the columns, for the person who mends the workbook. */
export function sheetOfFaults(faults: readonly CellFault[], heads: readonly string[]): string {
  const plain = (cell: string) => cell.replace(/[\t\r\n]+/g, " ").replace(/^([=+\-@])/, "'$1");
  const lines = faults.map((fault) => [String(fault.line), fault.column, fault.name, fault.value, fault.message].map(plain).join("\t"));
  return `\uFEFF${[heads.join("\t"), ...lines].join("\r\n")}\r\n`;
}
