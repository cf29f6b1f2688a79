import type { Schemas } from "@/api/client";
import { matterName, type Matter } from "./matter";
import { allDefects, type Sheet } from "./sheet";

/** NoticeRow is one line of the one-time notice (一次性告知): where, by which clause, what is wrong, what to do. */
export interface NoticeRow {
  matter: Matter;
  reason: string;
  /** The material or section; empty where it is the same as in the row before. */
  place: string;
  clause: string;
  wrong: string;
  /** What the catalogue asks for; the officer's words follow it. */
  todo: string;
  words: string;
  needsWords: boolean;
}

/** noticeOf composes the notice from every defect, in the order in which the letter prints them. */
export function noticeOf(sheet: Sheet, reference: Schemas["FilingReference"]): NoticeRow[] {
  let last = "";
  return allDefects(sheet).filter((defect) => defect.finding === "supplement").map((defect) => {
    const reason = reference.reasons.find((one) => one.code === defect.reason);
    const { wrong, todo } = reason ?? { wrong: defect.reason, todo: "" };
    const name = matterName(reference, defect.matter);
    const place = name === last ? "" : name;
    last = name;
    return {
      matter: defect.matter, reason: defect.reason, place, clause: clauseOf(reference, defect.matter, reason?.clause ?? ""),
      wrong, todo, words: defect.words ?? "", needsWords: reason?.needsWords ?? false,
    };
  });
}

/** clauseOf narrows a clause that covers all materials, 四(一), to the number of the one. */
export function clauseOf(reference: Schemas["FilingReference"], matter: Matter, clause: string): string {
  const article = reference.materials.find((material) => material.number === matter)?.article;
  return article?.startsWith(clause) ? article : clause;
}
