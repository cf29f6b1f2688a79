import type { SummarySheet } from "./queries";

/** ReportGap is something that stands against the report of a month. */
export type ReportGap = "filler" | "checker" | "confirmed";

/** reportGaps lists what is missing; that there is nothing is confirmed by the press itself. */
export function reportGaps(sheet: SummarySheet, nil: boolean): ReportGap[] {
  const gaps: ReportGap[] = [];
  if (sheet.filler.trim() === "") gaps.push("filler");
  if (sheet.checker.trim() === "") gaps.push("checker");
  if (!nil && !sheet.confirmed) gaps.push("confirmed");
  return gaps;
}
