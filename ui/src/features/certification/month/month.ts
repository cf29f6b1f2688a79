import type { Schemas } from "@/api/client";
import type { TagState } from "@/design";

type Summary = Schemas["Summary"];

/** monthBefore gives the month before another, both as 202611. */
export function monthBefore(month: string): string {
  const year = Number(month.slice(0, 4));
  const of = Number(month.slice(4));
  return of === 1 ? `${year - 1}12` : `${year}${String(of - 1).padStart(2, "0")}`;
}

/** reportedMonth is the month that is due: the present one on its last day, else the one before. */
export function reportedMonth(today: string): string {
  const month = today.slice(0, 7).replace("-", "");
  const tomorrow = new Date(`${today}T00:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  return tomorrow.getUTCDate() === 1 ? month : monthBefore(month);
}

/** recentMonths lists the last months up to one, that first. */
export function recentMonths(last: string, count: number): string[] {
  const months = [last];
  while (months.length < count) months.push(monthBefore(months.at(-1) ?? last));
  return months;
}

/** isMonth says whether a text of an address is a month. */
export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}(0[1-9]|1[0-2])$/.test(text);
}

/** monthOfCase reads filing number and month from the number of a summary's case. */
export function monthOfCase(caseNo: string): { filingNo: string; month: string } {
  const at = caseNo.lastIndexOf("-");
  return { filingNo: caseNo.slice(0, at), month: caseNo.slice(at + 1) };
}

/** SummaryStand is where a monthly summary stands. */
export type SummaryStand = "open" | "reported" | "accepted" | "handedOn";

/** summaryStand says where a summary stands: to be reported, with the authority, taken in, or in an edition for the exam centre. */
export function summaryStand({ stage, accepted, rollUp }: Pick<Summary, "stage" | "accepted" | "rollUp">): SummaryStand {
  if (rollUp > 0) return "handedOn";
  if (accepted) return "accepted";
  return stage === "summary" ? "open" : "reported";
}

const tags: Record<SummaryStand, TagState> = { open: "near", reported: "working", accepted: "filed", handedOn: "filed" };

/** summaryTag gives the colour of a summary's stand. */
export function summaryTag(stand: SummaryStand): TagState {
  return tags[stand];
}

/** RollUpGap is something that stands against handing a month on. */
export type RollUpGap = "nothing" | "missing";

/** rollUpGaps lists what stands against handing a month on: nothing is taken in, or the missing are not acknowledged. */
export function rollUpGaps(list: Pick<Schemas["RollUpList"], "waiting" | "missing">, acknowledged: number | undefined): RollUpGap[] {
  const gaps: RollUpGap[] = [];
  if (list.waiting === 0) gaps.push("nothing");
  if (list.missing > 0 && acknowledged !== list.missing) gaps.push("missing");
  return gaps;
}
