import type { Schemas } from "@/api/client";
import type { Window } from "./validity";

/** ReceiptDraft is what is typed and not decided. */
export interface ReceiptDraft {
  verdict: "issue" | "decline";
  sheet: Schemas["ReceiptSheet"];
}

/** emptyReceipt issues the receipt from the day of its issue. */
export const emptyReceipt: ReceiptDraft = { verdict: "issue", sheet: { grounds: [], words: "" } };

/** Gap is something that stands against the decision: a key of the language file. */
export type Gap = "gap.nothing" | "gap.validFrom" | "gap.grounds" | "gap.groundWords";

/** gapsIn lists what is missing, as the server will judge it. */
export function gapsIn({ verdict, sheet }: ReceiptDraft, granted: number, window: Window): Gap[] {
  const gaps: Gap[] = [];
  if (verdict === "decline") {
    if (sheet.grounds.length === 0) gaps.push("gap.grounds");
    else if (sheet.grounds.some((g) => g.clause === "" || g.words.trim() === "")) gaps.push("gap.groundWords");
    return gaps;
  }
  if (granted === 0) gaps.push("gap.nothing");
  if (sheet.validFrom && (sheet.validFrom < window.first || sheet.validFrom > window.last)) gaps.push("gap.validFrom");
  return gaps;
}

/** sentSheet keeps of the draft what belongs to its verdict. */
export function sentSheet({ verdict, sheet }: ReceiptDraft): Schemas["ReceiptSheet"] {
  const from = verdict === "issue" && sheet.validFrom ? { validFrom: sheet.validFrom } : {};
  return { ...from, grounds: verdict === "decline" ? sheet.grounds : [], words: sheet.words };
}
