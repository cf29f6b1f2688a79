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
  | { kind: "words"; matter: Matter; reason: string }
  | { kind: "again" };

/** gatesOf lists all that stands against the decision. */
export function gatesOf(sheet: Sheet, outcome: Outcome, rules: Rules, old: (defect: Defect & { matter: Matter }) => boolean): Gate[] {
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
      if (needs && !defect.words?.trim()) gates.push({ kind: "words", matter, reason: defect.reason });
    }
  }
  if (outcome === "accept") {
    gates.push(...rules.asked.filter((number) => !onlineOf(sheet, number)?.result && findingOf(sheet, number) !== "").map((matter): Gate => ({ kind: "onlineOpen", matter })));
  }
  if (outcome === "return") {
    for (const check of sheet.onlineChecks) {
      if (check.result === "failed" && !defectsOf(sheet, check.material).some((defect) => defect.reason === onlineCheckFailed)) gates.push({ kind: "onlineUnasked", matter: check.material });
    }
    if (!sheet.again.trim() && allDefects(sheet).some(old)) gates.push({ kind: "again" });
  }
  return gates;
}
