import type { Schemas } from "@/api/client";
import type { Matter } from "./matter";
import { judge, onlineOf, recordCheck, type OnlineCheck, type Rules, type Sheet } from "./sheet";

/** Usual is by what a material is usually looked up, with {name} and {code} of the applicant, and where. */
export interface Usual {
  subject: string;
  source: string;
}

/** checkOf is the online check of a material: the one that was made, or one that begins with what is usual. */
export function checkOf(sheet: Sheet, material: number, snapshot: Schemas["Snapshot"], usual: Usual): OnlineCheck {
  const { name, creditCode } = snapshot.content.application.unit;
  return onlineOf(sheet, material) ?? { material, subject: usual.subject.replace("{name}", name).replace("{code}", creditCode), source: usual.source, result: "", note: "" };
}

/** concluded gives a check its result; it was made this minute at the latest, by whichever clock is behind. */
export function concluded(check: OnlineCheck, result: "ok" | "failed", now = Date.now()): OnlineCheck {
  return { ...check, result, checkedAt: new Date(Math.floor((now - 30_000) / 60_000) * 60_000).toISOString() };
}

/** pass gives a matter 合格; where the applicant asked for an online check, that is the check which found everything. */
export function pass(sheet: Sheet, matter: Matter, snapshot: Schemas["Snapshot"], usual: Usual, rules: Rules): Sheet {
  if (typeof matter !== "number" || !rules.asked.includes(matter) || onlineOf(sheet, matter)?.result === "ok") return judge(sheet, matter, "pass", rules);
  return recordCheck(judge(sheet, matter, "pass", rules), concluded(checkOf(sheet, matter, snapshot, usual), "ok"), rules);
}
