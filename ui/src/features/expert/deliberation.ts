import type { Schemas } from "@/api/client";

/** Sheet is the record of the experts' meeting. */
export type Sheet = Schemas["DeliberationSheet"];

/** DeliberationDraft is what is typed and not decided. */
export interface DeliberationDraft {
  sheet: Sheet;
  sheetDocument: string;
}

/** Gap is something that stands against closing the meeting: a key of the language file. */
export type Gap = "gap.heldAt" | "gap.heldAtFuture" | "gap.place" | "gap.quorum" | "gap.minutes" | "gap.vote";

/** emptyMeeting begins with the whole panel present and nothing voted. */
export function emptyMeeting(panel: readonly string[]): DeliberationDraft {
  return { sheetDocument: "", sheet: { place: "", present: [...panel], others: [], minutes: "", minutesFile: "", vote: { for: 0, against: 0, abstain: 0 }, lookAt: [], signedSheet: "" } };
}

/** voted counts the votes. */
export function voted({ vote }: Sheet): number {
  return vote.for + vote.against + vote.abstain;
}

/** gapsIn lists what is missing, as the server will judge it. */
export function gapsIn(sheet: Sheet, panel: readonly string[], now = Date.now()): Gap[] {
  const gaps: Gap[] = [];
  if (!sheet.heldAt) gaps.push("gap.heldAt");
  else if (Date.parse(sheet.heldAt) > now) gaps.push("gap.heldAtFuture");
  if (!sheet.place.trim()) gaps.push("gap.place");
  if (sheet.present.length * 2 <= panel.length) gaps.push("gap.quorum");
  if (!sheet.minutes.trim() && !sheet.minutesFile) gaps.push("gap.minutes");
  const { vote } = sheet;
  if (Math.min(vote.for, vote.against, vote.abstain) < 0 || voted(sheet) !== sheet.present.length) gaps.push("gap.vote");
  return gaps;
}

const offset = "+08:00";

/** shanghaiOf gives an instant as the wall clock in Shanghai shows it, for a control of date and time. */
export function shanghaiOf(instant: string | undefined): string {
  if (!instant) return "";
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" }).format(new Date(instant)).replace(" ", "T");
}

/** instantOf reads a wall clock in Shanghai; nothing where it is not complete. */
export function instantOf(wall: string): string | undefined {
  const at = new Date(`${wall.slice(0, 16)}:00${offset}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
