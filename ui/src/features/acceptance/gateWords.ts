import type { Schemas } from "@/api/client";
import type { Text } from "@/i18n";
import type { Gate } from "./gates";
import { matterName } from "./matter";

/** saidGate is a condition that is not met, in words. */
export function saidGate(gate: Gate, { t, reference }: { t: Text<"acceptance">; reference: Schemas["FilingReference"] }): string {
  if (gate.kind === "again") return t("gate.again");
  const name = typeof gate.matter === "number" ? t("material.heading", { number: gate.matter, name: matterName(reference, gate.matter) }) : matterName(reference, gate.matter);
  if (gate.kind !== "words" && gate.kind !== "toldWords") return t(`gate.${gate.kind}`, { name });
  return t(`gate.${gate.kind}`, { name, reason: reference.reasons.find((reason) => reason.code === gate.reason)?.text ?? gate.reason });
}
