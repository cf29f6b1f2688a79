import type { StaffKind, StaffRow } from "./staffRows";

/** CellFault is what is wrong at one place of a workbook: sheet, row and column as the reader sees them, what stands there, and the rule. */
export interface CellFault {
  sheet: string;
  line: number;
  column: string;
  value: string;
  message: string;
  tone: "error" | "warning";
}

/** BookRow is a person of the workbook, and where they stand in it. */
export interface BookRow {
  row: StaffRow;
  sheet: string;
  line: number;
  faults: CellFault[];
}

/** Checked is a workbook as it was read; nothing of it is stored. */
export interface Checked {
  rows: BookRow[];
  /** Faults of the workbook as a whole, such as a sheet that is missing. */
  general: CellFault[];
}

/** faultsIn lists every fault of a workbook, in the order of the sheets. */
export function faultsIn(checked: Checked): CellFault[] {
  return [...checked.general, ...checked.rows.flatMap((row) => row.faults)];
}

/** standsOf counts the rows by how they stand. */
export function standsOf(checked: Checked): { good: number; warned: number; wrong: number } {
  const wrong = checked.rows.filter((row) => row.faults.some((fault) => fault.tone === "error")).length;
  const warned = checked.rows.filter((row) => row.faults.length > 0).length - wrong;
  return { good: checked.rows.length - wrong - warned, warned, wrong };
}

/** kindsIn lists the lists that a workbook holds. */
export function kindsIn(checked: Checked): StaffKind[] {
  return [...new Set(checked.rows.map((row) => row.row.kind))];
}

/** sheetOfFaults writes the faults as text with tabs between the columns, for the person who mends the workbook. */
export function sheetOfFaults(faults: readonly CellFault[], heads: readonly string[]): string {
  const plain = (cell: string) => cell.replace(/[\t\r\n]+/g, " ").replace(/^([=+\-@])/, "'$1");
  const lines = faults.map((fault) => [fault.sheet, fault.line ? String(fault.line) : "", fault.column, fault.value, fault.message].map(plain).join("\t"));
  return `\uFEFF${[heads.join("\t"), ...lines].join("\r\n")}\r\n`;
}
