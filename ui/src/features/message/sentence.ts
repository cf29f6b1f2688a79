import type { Schemas } from "@/api/client";
import { dayOf, type Text } from "@/i18n";
import { groupedNumber } from "@/features/certification/number";

type Facts = Schemas["MessageFactsOf"];
type Names = Pick<Schemas["FilingReference"], "stages" | "verdicts" | "outcomes">;

const nameIn = (list: Schemas["Named"][], code: string) => list.find((entry) => entry.code === code)?.name ?? code;

/** sentences says what each kind of message says in words. */
const sentences: { [K in keyof Facts]: (t: Text<"message">, facts: Facts[K], names: Names) => string } = {
  taskOpened: (t, facts, names) => t("taskOpened", { stage: nameIn(names.stages, facts.stage) }),
  actTaken: (t, facts, names) => t("actTaken", { stage: nameIn(names.stages, facts.stage), verdict: t.of(`verdict.${facts.stage}.${facts.verdict}`, nameIn(names.verdicts, facts.verdict)) }),
  caseClosed: (t, facts, names) => t("caseClosed", { outcome: nameIn(names.outcomes, facts.outcome) }),
  receiptIssued: (t, facts) => t("receiptIssued", { number: facts.filingNo, from: dayOf(facts.validFrom), to: dayOf(facts.validThrough) }),
  receiptCopied: (t, facts) => t("receiptCopied", { number: facts.filingNo, enterprise: facts.enterprise }),
  cataloguePublished: (t, facts) => t("cataloguePublished", { number: facts.filingNo, edition: facts.edition }),
  tenureReminder: (t, facts) => t("tenureReminder", { number: facts.filingNo, days: facts.days }),
  tenureLapsed: (t, facts) => t("tenureLapsed", { number: facts.filingNo }),
  certificatesIssued: (t, facts) => t(facts.first === facts.last ? "certificateIssued" : "certificatesIssued", { enterprise: facts.enterprise, count: facts.count, first: groupedNumber(facts.first), last: groupedNumber(facts.last) }),
  certificateRevoked: (t, facts) => t("certificateRevoked", { number: groupedNumber(facts.number), reason: t.of(`reason.${facts.reason}`, facts.reason) }),
  summaryAccepted: (t, facts) => t("summaryAccepted", { year: facts.month.slice(0, 4), month: Number(facts.month.slice(4)), rows: facts.rows }),
};

/** sentenceOf words a message for the person who reads it. */
export function sentenceOf(t: Text<"message">, message: Schemas["Message"], names: Names): string {
  const say = sentences[message.kind] as ((t: Text<"message">, facts: unknown, names: Names) => string) | undefined;
  return say ? say(t, message.facts, names) : t("other");
}

/** taskAt gives the task that a message asks to be done, while it is still to be done. */
export function taskAt(message: Schemas["Message"]): { caseNo: string; id: string } | undefined {
  if (message.kind !== "taskOpened" || !message.asks) return undefined;
  return { caseNo: message.caseNo, id: (message.facts as Facts["taskOpened"]).task };
}
