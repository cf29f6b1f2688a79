import type { Schemas } from "@/api/client";
import { allMatters, type Matter } from "./matter";
import { allDefects, defectsOf, emptySheet, findingOf, judge, onlineOf, type Defect, type Rules, type Sheet } from "./sheet";

type Statement = Schemas["Statement"];
type Snapshot = Schemas["Snapshot"];
type Difference = Schemas["Difference"];

/** Answer is what the applicant said to one defect of the last notice. */
export interface Answered {
  defect: Defect & { matter: Matter };
  text: string;
  documents: string[];
}

/** Mark says what became of a matter since the officer last saw it. */
export type Mark = "changed" | "answered" | "kept";

/** Before is the review that came before this one. */
export interface Before {
  sheet: Sheet;
  at: string;
  verdict: string;
  /** The rounds of the snapshots to compare: what was seen then, and what lies here now. */
  from: number;
  to: number;
  answers: Answered[];
}

function sheetIn(statement: Statement | undefined): Record<string, unknown> {
  return (statement?.content.sheet ?? {}) as Record<string, unknown>;
}

/** holds says whether a review took effect: nobody who had to agree sent it back, and the case was not led away before. */
function holds(review: Statement, ordered: readonly Statement[]): boolean {
  return ordered.every((later) => later.seq <= review.seq || later.stage !== review.stage || later.round !== review.round || later.verdict === "agree");
}

/** beforeOf finds the review before the one of this round, from what was said in the case; nothing at the first. */
export function beforeOf(statements: readonly Statement[], snapshots: readonly Snapshot[], round: number): Before | undefined {
  const ordered = [...statements].sort((a, b) => a.seq - b.seq);
  const review = ordered.findLast((statement) => statement.stage === "acceptance" && statement.round < round && ["accept", "return"].includes(statement.verdict) && holds(statement, ordered));
  const last = snapshots.at(-1);
  if (!review || !last) return undefined;
  const handedIn = (statement: Statement) => ["supplement", "rectification"].includes(statement.stage);
  const seen = snapshots[ordered.filter((statement) => handedIn(statement) && statement.seq < review.seq).length] ?? last;
  const sheet: Sheet = { ...emptySheet, ...sheetIn(review) };
  const answer = ordered.findLast((statement) => statement.stage === "supplement" && statement.seq > review.seq);
  const answers = (sheetIn(answer).answers ?? []) as Schemas["Answer"][];
  const told = allDefects(sheet);
  return {
    sheet,
    at: review.at,
    verdict: review.verdict,
    from: seen.round,
    to: last.round,
    answers: answers.flatMap((one) => {
      const defect = told[one.index];
      return defect ? [{ defect, text: one.text, documents: one.documents ?? [] }] : [];
    }),
  };
}

/** mattersOf says which matters a difference touches: its section or material, and the material whose content that section is. */
export function mattersOf(difference: Difference, before: Schemas["ApplicationContent"], now: Schemas["ApplicationContent"], materials: readonly Schemas["MaterialInfo"][]): Matter[] {
  const [, section = "", list, index] = difference.pointer.split("/");
  if (section === "materials") {
    if (list !== "items" || index === undefined) return [];
    const entry = (difference.kind === "removed" ? before : now).materials.items?.[Number(index)];
    return entry ? [entry.number] : [];
  }
  const matter = allMatters.find((one) => one === section);
  const carrier = materials.find((material) => material.carried === section)?.number;
  return [...(carrier === undefined ? [] : [carrier]), ...(matter === undefined ? [] : [matter])];
}

/** markOf: what changed is to be judged anew, what was told as a defect too, and every other verdict is kept. */
export function markOf(before: Before, matter: Matter, changed: ReadonlySet<Matter>): Mark | undefined {
  if (changed.has(matter)) return "changed";
  if (defectsOf(before.sheet, matter).length > 0) return "answered";
  return findingOf(before.sheet, matter) === "pass" ? "kept" : undefined;
}

/** startFrom is the sheet with which a later review begins. */
export function startFrom(before: Before, changed: ReadonlySet<Matter>, rules: Rules): Sheet {
  let sheet = emptySheet;
  for (const matter of allMatters) {
    if (markOf(before, matter, changed) === "kept") sheet = keep(sheet, matter, before, rules);
  }
  return sheet;
}

function keep(sheet: Sheet, matter: Matter, before: Before, rules: Rules): Sheet {
  const check = typeof matter === "number" ? onlineOf(before.sheet, matter) : undefined;
  const next = check ? { ...sheet, onlineChecks: [...sheet.onlineChecks, check] } : sheet;
  return bare(judge(next, matter, "pass", rules), sheet, matter);
}

/** bare keeps the sections of a material from following it: each goes by its own mark. */
function bare(next: Sheet, before: Sheet, matter: Matter): Sheet {
  return typeof matter === "number" ? { ...next, items: before.items } : next;
}

/** SentBack is the review of the round before, which whoever had to agree to it sent back. */
export interface SentBack {
  sheet: Sheet;
  who: string;
  at: string;
  words: string;
}

/** sentBack finds what was sent back to the handler, so that it is mended and not written anew; nothing where this round has another cause. */
export function sentBack(statements: readonly Statement[], round: number): SentBack | undefined {
  const said = statements.filter((statement) => statement.stage === "acceptance" && statement.round === round - 1);
  const back = said.find((statement) => statement.verdict === "sendBack");
  const review = said.find((statement) => !statement.step && statement.verdict === "return");
  if (!back || !review) return undefined;
  const sheet: Sheet = { ...emptySheet, ...sheetIn(review) };
  const noted = review.content.note ?? "";
  const again = noted.endsWith(sheet.note) ? noted.slice(0, noted.length - sheet.note.length).trim() : noted;
  return { sheet: { ...sheet, again }, who: back.actor.name, at: back.at, words: String(sheetIn(back).words ?? "") };
}

/** toldBefore finds what the last notice said of the same defect, if it told of it. */
export function toldBefore(before: Before | undefined, defect: Defect & { matter: Matter }): Defect | undefined {
  if (before?.verdict !== "return") return undefined;
  return defectsOf(before.sheet, defect.matter).find((told) => told.reason === defect.reason);
}

/** AskedTwice is a notice that asks again: each defect with what the last one said of it and what was answered. */
export interface AskedTwice {
  toldAt: string;
  note: string;
  items: { defect: Defect & { matter: Matter }; told: Defect; answer: Answered | undefined }[];
}

/** againIn finds what the newest notice of a case asks for again. */
export function againIn(statements: readonly Statement[], snapshots: readonly Snapshot[]): AskedTwice | undefined {
  const notices = statements.filter((statement) => statement.stage === "acceptance" && statement.verdict === "return").sort((a, b) => a.seq - b.seq);
  const proposed = notices.at(-1);
  const before = proposed && beforeOf(statements, snapshots, proposed.round);
  if (!before) return undefined;
  const items = allDefects({ ...emptySheet, ...sheetIn(proposed) }).flatMap((defect) => {
    const told = toldBefore(before, defect);
    const answer = before.answers.find((one) => one.defect.matter === defect.matter && one.defect.reason === defect.reason);
    return told ? [{ defect, told, answer }] : [];
  });
  return { toldAt: before.at, note: proposed.content.note ?? "", items };
}

/** isOld says whether a defect could have been told with an earlier notice: it was told, or its matter has not changed since. */
export function isOld(before: Before | undefined, changed: ReadonlySet<Matter>, defect: Defect & { matter: Matter }): boolean {
  if (!before || before.verdict !== "return") return false;
  return !changed.has(defect.matter) || toldBefore(before, defect) !== undefined;
}

/** changedIn gathers the matters that the differences touch, with their differences. */
export function changedIn(differences: readonly Difference[], before: Snapshot | undefined, now: Snapshot | undefined, materials: readonly Schemas["MaterialInfo"][]): Map<Matter, Difference[]> {
  const changed = new Map<Matter, Difference[]>();
  if (!before || !now) return changed;
  for (const difference of differences) {
    for (const matter of mattersOf(difference, before.content.application, now.content.application, materials)) {
      changed.set(matter, [...(changed.get(matter) ?? []), difference]);
    }
  }
  return changed;
}

