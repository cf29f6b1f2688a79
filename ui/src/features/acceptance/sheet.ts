import type { Schemas } from "@/api/client";
import { allMatters, materialNumbers, materialOf, sectionsOf, type Matter, type Section } from "./matter";

export type Finding = Schemas["Finding"];
export type Defect = Schemas["Defect"];
export type OnlineCheck = Schemas["OnlineCheck"];
export type Reason = Schemas["DefectReason"];

/** Sheet is what the officer has written: the review that the API knows, and why something is asked for a second time. */
export type Sheet = Schemas["AcceptanceSheet"] & {
  /** 再次告知的理由: needed when a notice names what an earlier one could have named. */
  again: string;
};

/** Rules are what the verdicts of a case go by. */
export interface Rules {
  /** The catalogue of reasons. */
  reasons: readonly Reason[];
  /** noticed: the applicant was told once what to mend, so that what it left may be refused now. */
  noticed: boolean;
  /** The materials for which the applicant asked for an online check that is still to be made. */
  asked: readonly number[];
}

/** emptySheet has no verdict on anything. */
export const emptySheet: Sheet = { materials: [], items: [], onlineChecks: [], grounds: [], note: "", again: "" };

/** onlineCheckFailed is the reason that asks for the paper. */
export const onlineCheckFailed = "onlineCheckFailed";

/** onlineOf gives the online check of a material, if one was made. */
export function onlineOf(sheet: Sheet, material: number): OnlineCheck | undefined {
  return sheet.onlineChecks.find((check) => check.material === material);
}

/** findingOf gives the verdict on a matter; empty: not reviewed. */
export function findingOf(sheet: Sheet, matter: Matter): Finding {
  if (typeof matter === "number") {
    const given = sheet.materials.find((review) => review.number === matter)?.finding ?? "";
    return given === "" && onlineOf(sheet, matter)?.result === "ok" ? "pass" : given;
  }
  return sheet.items.find((review) => review.section === matter)?.finding ?? "";
}

/** defectsOf lists what is wrong with a matter. */
export function defectsOf(sheet: Sheet, matter: Matter): Defect[] {
  return (typeof matter === "number" ? sheet.materials.find((review) => review.number === matter)?.defects : sheet.items.find((review) => review.section === matter)?.defects) ?? [];
}

function put(sheet: Sheet, matter: Matter, finding: Finding, defects: Defect[]): Sheet {
  if (typeof matter === "number") {
    const rest = sheet.materials.filter((review) => review.number !== matter);
    return { ...sheet, materials: [...rest, { number: matter, finding, defects }].sort((a, b) => a.number - b.number) };
  }
  const order = (section: Section) => allMatters.indexOf(section);
  const rest = sheet.items.filter((review) => review.section !== matter);
  return { ...sheet, items: [...rest, { section: matter, finding, defects }].sort((a, b) => order(a.section) - order(b.section)) };
}

/** follow passes the sections of a material that has its verdict: what nothing was said against stands. */
function follow(sheet: Sheet, matter: Matter): Sheet {
  if (typeof matter !== "number" || !["pass", "supplement"].includes(findingOf(sheet, matter))) return sheet;
  return sectionsOf(matter).reduce((next, section) => (findingOf(next, section) === "" ? put(next, section, "pass", []) : next), sheet);
}

/** fits says whether a reason may be given for a matter, by the catalogue. */
export function fits(reason: Reason, matter: Matter): boolean {
  const materials = reason.materials ?? [];
  const items = reason.items ?? [];
  if (materials.length === 0 && items.length === 0) return true;
  return typeof matter === "number" ? materials.includes(matter) : items.includes(matter);
}

/** reasonsFor lists the reasons that a verdict on a matter may give, those made for it before the general ones. */
export function reasonsFor(rules: Rules, matter: Matter, finding: Finding): Reason[] {
  const own = (reason: Reason) => (reason.materials?.length ?? 0) + (reason.items?.length ?? 0) > 0;
  const may = (reason: Reason) => (finding === "refuse" ? !reason.supplementable || rules.noticed : reason.supplementable);
  return rules.reasons.filter((reason) => fits(reason, matter) && may(reason)).sort((a, b) => Number(own(b)) - Number(own(a)));
}

/** judge gives a matter its verdict. A pass drops the defects; a change between 补正 and 不符 drops the reasons of the other. */
export function judge(sheet: Sheet, matter: Matter, finding: Finding, rules: Rules): Sheet {
  const allowed = new Set(reasonsFor(rules, matter, finding).map((reason) => reason.code));
  const defects = finding === "pass" || finding === "" ? [] : defectsOf(sheet, matter).filter((defect) => allowed.has(defect.reason));
  let next = put(sheet, matter, finding, defects);
  const check = typeof matter === "number" ? onlineOf(sheet, matter) : undefined;
  if (check?.result === "failed" && finding === "pass") next = { ...next, onlineChecks: next.onlineChecks.filter((one) => one !== check) };
  return follow(next, matter);
}

/** toggleReason adds or takes away one reason; the first one of a matter is its verdict as well. */
export function toggleReason(sheet: Sheet, matter: Matter, reason: Reason, rules: Rules): Sheet {
  const before = defectsOf(sheet, matter);
  const there = before.some((defect) => defect.reason === reason.code);
  const refused = !reason.supplementable || (findingOf(sheet, matter) === "refuse" && rules.noticed);
  const finding: Finding = refused ? "refuse" : "supplement";
  const kept = findingOf(sheet, matter) === finding ? before : [];
  const defects = there ? kept.filter((defect) => defect.reason !== reason.code) : [...kept, { reason: reason.code, words: "" }];
  return follow(put(sheet, matter, finding, defects), matter);
}

/** sayDefect writes the officer's words to one defect. */
export function sayDefect(sheet: Sheet, matter: Matter, reason: string, words: string): Sheet {
  return put(sheet, matter, findingOf(sheet, matter), defectsOf(sheet, matter).map((defect) => (defect.reason === reason ? { ...defect, words } : defect)));
}

/** recordCheck keeps the result of an online check; a failed one asks for the paper. */
export function recordCheck(sheet: Sheet, check: OnlineCheck, rules: Rules): Sheet {
  const next = { ...sheet, onlineChecks: [...sheet.onlineChecks.filter((one) => one.material !== check.material), check] };
  if (check.result === "ok") return follow(put(next, check.material, "pass", []), check.material);
  const reason = rules.reasons.find((one) => one.code === onlineCheckFailed);
  if (check.result !== "failed" || !reason || defectsOf(next, check.material).some((defect) => defect.reason === onlineCheckFailed)) return next;
  return toggleReason(next, check.material, reason, rules);
}

/** unreviewed lists what has no verdict yet. */
export function unreviewed(sheet: Sheet): Matter[] {
  return allMatters.filter((matter) => findingOf(sheet, matter) === "");
}

/** nextUnreviewed gives the next material, from this matter on and round, that is not fully judged. */
export function nextUnreviewed(sheet: Sheet, from: Matter): number | undefined {
  const start = materialOf(from);
  const round = [...materialNumbers.filter((number) => number > start), ...materialNumbers.filter((number) => number <= start)];
  return round.find((number) => [number, ...sectionsOf(number)].some((matter) => findingOf(sheet, matter) === ""));
}

/** allDefects lists every defect in the order of the notice: by material, then by section. */
export function allDefects(sheet: Sheet): (Defect & { matter: Matter; finding: Finding })[] {
  const of = (matter: Matter) => defectsOf(sheet, matter).map((defect) => ({ ...defect, matter, finding: findingOf(sheet, matter) }));
  return [...materialNumbers.flatMap(of), ...sheet.items.flatMap((item) => of(item.section))];
}

/** wishOf is the sheet as the API takes it: without what is not finished, with the grounds of a refusal. */
export function wishOf(sheet: Sheet, rules: Rules): Schemas["AcceptanceSheet"] {
  const { again: _, ...rest } = sheet;
  return { ...rest, onlineChecks: sheet.onlineChecks.filter((check) => check.result !== ""), grounds: groundsOf(sheet, rules) };
}

/** groundsOf turns every 不符 into a ground of the refusal: clause, reason, the officer's words. */
export function groundsOf(sheet: Sheet, rules: Rules): Schemas["Ground"][] {
  return allDefects(sheet)
    .filter((defect) => defect.finding === "refuse")
    .map((defect) => ({ clause: rules.reasons.find((reason) => reason.code === defect.reason)?.clause ?? "", reason: defect.reason, words: defect.words ?? "" }));
}
