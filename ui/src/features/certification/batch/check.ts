import type { Schemas } from "@/api/client";

export type Checked = Schemas["ResultCheck"];
export type Finding = Schemas["ResultFinding"];

/** CellFinding is a finding with its row, as the reader of the workbook finds it. */
export interface CellFinding extends Finding {
  line: number;
  person: string;
}

/** findingsIn lists what was found, row by row; what has to be mended comes before what is only to be looked at. */
export function findingsIn(checked: Checked): CellFinding[] {
  const all = checked.shown.flatMap((row) => row.findings.map((finding) => ({ ...finding, line: row.line, person: row.name })));
  return [...all.filter((one) => one.level === "wrong"), ...all.filter((one) => one.level === "warn")];
}

/** cellOf names a cell as a workbook does, such as C7; nothing where the finding is about the whole workbook. */
export function cellOf({ line, column }: Pick<CellFinding, "line" | "column">): string | undefined {
  if (line === 0) return undefined;
  return `${column ?? ""}${line}`;
}

/** leftOut is how many rows with something to say are not in the answer; the marked workbook has them. */
export function leftOut(checked: Checked): number {
  return Math.max(0, checked.wrong + checked.warned - checked.shown.filter((row) => row.line > 0).length);
}

/** WhyNotConfirm says why a checked workbook cannot be stored: rows are wrong, or a sentence about the whole. */
export type WhyNotConfirm = { code: "none" } | { code: "rows"; n: number } | { code: "whole"; message: string };

/** whyNotConfirm lists all that stands against storing the rows. */
export function whyNotConfirm(checked: Checked): WhyNotConfirm[] {
  if (checked.mayConfirm) return [];
  const whole = checked.shown.filter((row) => row.line === 0).flatMap((row) => row.findings.filter((one) => one.level === "wrong"));
  return [
    ...(checked.rows === 0 ? [{ code: "none" as const }] : []),
    ...(checked.wrong > 0 ? [{ code: "rows" as const, n: checked.wrong }] : []),
    ...whole.map(({ message }) => ({ code: "whole" as const, message })),
  ];
}
