import type { Schemas } from "@/api/client";
import type { Offer } from "./queries";

export type Plan = Schemas["BatchPlan"];
type Occupation = Schemas["OfferedOccupation"];

/** occupationKey names an occupation with its work type, as one choice of a list. */
export const occupationKey = (one: Pick<Occupation, "code" | "workType">) => `${one.code}/${one.workType}`;

/** offeredOf is what the filing allows for the plan's occupation. */
export function offeredOf(offer: Offer, plan: Pick<Plan, "occupation" | "workType">): Occupation | undefined {
  return offer.occupations.find((one) => one.code === plan.occupation && one.workType === plan.workType);
}

const only = (named: readonly { code: string }[]) => (named.length === 1 ? (named[0]?.code ?? "") : "");
const kept = (named: readonly { code: string }[], code: string) => (named.some((one) => one.code === code) ? code : only(named));

/** withOccupation chooses an occupation; level and way stay where they are filed for it too, and are chosen where there is but one. */
export function withOccupation(plan: Plan, offer: Offer, key: string): Plan {
  const chosen = offer.occupations.find((one) => occupationKey(one) === key);
  if (!chosen) return { ...plan, occupation: "", workType: "", level: "", way: "" };
  return { ...plan, occupation: chosen.code, workType: chosen.workType, level: kept(chosen.levels, plan.level), way: kept(chosen.ways, plan.way) };
}

/** emptyPlan begins a plan. Place and assessors are those of the last batch, because they are mostly the same; occupation, level and way where they are still filed. */
export function emptyPlan(offer: Offer, last?: Plan): Plan {
  const blank: Plan = {
    occupation: "", workType: "", level: last?.level ?? "", way: last?.way ?? "", place: last?.place ?? "", note: "", evidence: [],
    assessors: last?.assessors.length ? last.assessors : Array.from({ length: offer.assessors }, (_, i) => ({ name: "", card: "", lead: i === 0 })),
  };
  const like = last && offeredOf(offer, last);
  const first = like ?? (offer.occupations.length === 1 ? offer.occupations[0] : undefined);
  return first ? withOccupation(blank, offer, occupationKey(first)) : { ...blank, level: "", way: "" };
}

/** tidyPlan is a plan as it is sent: without spaces around words, and without assessors of whom nothing is said. */
export function tidyPlan(plan: Plan): Plan {
  const { from, to, ...rest } = plan;
  return {
    ...rest, place: plan.place.trim(), note: plan.note.trim(), ...(from ? { from } : {}), ...(to ? { to } : {}),
    assessors: plan.assessors.map((one) => ({ ...one, name: one.name.trim(), card: one.card.trim() })).filter((one) => one.name || one.card),
  };
}

/** withLead makes one assessor the lead, and nobody else. */
export function withLead(assessors: Plan["assessors"], at: number): Plan["assessors"] {
  return assessors.map((one, i) => ({ ...one, lead: i === at }));
}

/** withoutAssessor takes one out; where that was the lead, the first is. */
export function withoutAssessor(assessors: Plan["assessors"], at: number): Plan["assessors"] {
  const left = assessors.filter((_, i) => i !== at);
  return left.some((one) => one.lead) ? left : withLead(left, 0);
}

/** evidenceFor lists the kinds of evidence that a way of evaluation is asked for. */
export function evidenceFor(offer: Offer, way: string): Offer["evidence"] {
  return offer.evidence.filter((need) => need.ways.length === 0 || need.ways.includes(way));
}

/** filesOfKind are the documents of one kind. */
export function filesOfKind(plan: Pick<Plan, "evidence">, kind: string): string[] {
  return plan.evidence.filter((file) => file.kind === kind).map((file) => file.document);
}

/** withFiles sets the documents of one kind and leaves the others as they are. */
export function withFiles(plan: Plan, kind: string, documents: readonly string[]): Plan {
  return { ...plan, evidence: [...plan.evidence.filter((file) => file.kind !== kind), ...documents.map((document) => ({ kind, document }))] };
}

/** missingEvidence lists the kinds that are asked for and not there. */
export function missingEvidence(offer: Offer, plan: Pick<Plan, "way" | "evidence">): Offer["evidence"] {
  return evidenceFor(offer, plan.way).filter((need) => !plan.evidence.some((file) => file.kind === need.kind));
}

/** inPlan gives a pointer into a plan, whether the plan was sent alone or within something. */
export function inPlan(pointer: string): string {
  return pointer.replace(/^\/plan(?=\/|$)/, "");
}

/** evidenceKindAt names the kind of evidence that a pointer is about, in the plan that was sent. */
export function evidenceKindAt(plan: Pick<Plan, "evidence">, pointer: string): string | undefined {
  const index = /^\/evidence\/(\d+)/.exec(inPlan(pointer))?.[1];
  return index === undefined ? undefined : plan.evidence[Number(index)]?.kind;
}
