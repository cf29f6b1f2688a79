import { allMatters, materialOf, type Matter } from "./matter";
import { allDefects, defectsOf, findingOf, onlineCheckFailed, onlineOf, unreviewed, type Defect, type Rules, type Sheet } from "./sheet";

/** Outcome is the one decision that follows from the verdicts. */
export type Outcome = "accept" | "return" | "refuse";

/** outcomeOf: 不符 anywhere leads to a refusal, else 补正 anywhere to the one notice, else the application is accepted. */
export function outcomeOf(sheet: Sheet): Outcome {
  const findings = allMatters.map((matter) => findingOf(sheet, matter));
  if (findings.includes("refuse")) return "refuse";
  return findings.includes("supplement") ? "return" : "accept";
}

/** Gate is one condition that is not met, and the matter where it is met. */
export type Gate =
  | { kind: "unreviewed" | "noReason" | "onlineOpen" | "onlineUnasked"; matter: Matter }
  | { kind: "words" | "toldWords"; matter: Matter; reason: string }
  | { kind: "again" };

/** asked lists the defects that the applicant is to mend: the items of the notice. */
export function asked(sheet: Sheet) {
  return allDefects(sheet).filter((defect) => defect.finding === "supplement");
}

/** Past is what a notice has to reckon with: what the last one said, and what it could have said. */
export interface Past {
  /** told: what the last notice said of the same defect, if it did. */
  told: (defect: Defect & { matter: Matter }) => Defect | undefined;
  /** late: an earlier notice could have named the defect, and did not. */
  late: (defect: Defect & { matter: Matter }) => boolean;
}

/** gatesOf lists all that stands against the decision. */
export function gatesOf(sheet: Sheet, outcome: Outcome, rules: Rules, past: Past): Gate[] {
  const gates: Gate[] = [];
  // A section follows its material, so that the material alone is named while it has no verdict.
  const open = unreviewed(sheet).filter((matter) => typeof matter === "number" || findingOf(sheet, materialOf(matter)) !== "");
  if (outcome !== "refuse") gates.push(...open.map((matter): Gate => ({ kind: "unreviewed", matter })));
  const bad = outcome === "refuse" ? ["refuse"] : ["supplement", "refuse"];
  for (const matter of allMatters) {
    if (!bad.includes(findingOf(sheet, matter))) continue;
    const defects = defectsOf(sheet, matter);
    if (defects.length === 0) gates.push({ kind: "noReason", matter });
    for (const defect of defects) {
      const needs = rules.reasons.find((reason) => reason.code === defect.reason)?.needsWords;
      if (needs && !defect.words?.trim() && !(outcome === "return" && past.told({ ...defect, matter }))) gates.push({ kind: "words", matter, reason: defect.reason });
    }
  }
  if (outcome === "accept") {
    gates.push(...rules.asked.filter((number) => !onlineOf(sheet, number)?.result && findingOf(sheet, number) !== "").map((matter): Gate => ({ kind: "onlineOpen", matter })));
  }
  if (outcome === "return") {
    for (const check of sheet.onlineChecks) {
      if (check.result === "failed" && !defectsOf(sheet, check.material).some((defect) => defect.reason === onlineCheckFailed)) gates.push({ kind: "onlineUnasked", matter: check.material });
    }
    for (const defect of asked(sheet)) {
      const before = past.told(defect);
      const words = defect.words?.trim() ?? "";
      if (before && (words === "" || words === before.words?.trim())) gates.push({ kind: "toldWords", matter: defect.matter, reason: defect.reason });
    }
    if (!sheet.again.trim() && asked(sheet).some(past.late)) gates.push({ kind: "again" });
  }
  return gates;
}
