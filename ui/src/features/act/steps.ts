import type { Schemas } from "@/api/client";

/** StepCode is one inner step of an institutional act: 经办, 审核, 签发. */
export type StepCode = "handle" | "review" | "sign";

/** ActStep is a step of one round of an act: who took it, or whose it is now. */
export interface ActStep {
  step: StepCode;
  state: "done" | "current" | "todo";
  who?: string;
  at?: string;
  verdict?: string;
  verdictName?: string;
}

const decisions: Record<string, (competent: string) => string> = {
  acceptance: () => "notice.again.steps",
  verification: (competent) => `steps.${competent}.verification`,
  delegateOpinion: () => "steps.authority.opinion",
  submission: () => "steps.bureau.submission",
  centreReview: () => "steps.centre.review",
  receipt: () => "steps.department.receipt",
  audit: () => "steps.authority.audit",
  revocation: () => "steps.authority.certificateRevocation",
};

/** plannedSteps gives the steps that policy sets for the act of a stage; `competent` is the kind of the body that verifies. */
export function plannedSteps(parameters: readonly { key: string; value: unknown }[], stage: string, competent: string): StepCode[] {
  const key = decisions[stage]?.(competent);
  const value = parameters.find((p) => p.key === key)?.value;
  return Array.isArray(value) ? value.filter((step): step is StepCode => step === "handle" || step === "review" || step === "sign") : [];
}

/** actSteps tells how far one round of an act has come, from what was said in it. */
export function actSteps(planned: readonly StepCode[], said: readonly Schemas["Statement"][], stage: string, round: number): ActStep[] {
  const taken = new Map(said.filter((s) => s.stage === stage && s.round === round).map((s) => [s.step || "handle", s]));
  const steps: StepCode[] = planned.length > 0 ? [...planned] : ["handle"];
  let open = true;
  return steps.map((step) => {
    const by = taken.get(step);
    if (by) return { step, state: "done", who: by.actor.name, at: by.at, verdict: by.verdict, verdictName: by.verdictName };
    const state = open ? "current" : "todo";
    open = false;
    return { step, state };
  });
}

/** takesEffect says whether the act holds once this step is taken. */
export function takesEffect(planned: readonly StepCode[], step: string | undefined): boolean {
  return planned.length > 0 && planned.at(-1) === step;
}

/** asksPassword says whether policy wants the password again with the step by which the act of a stage takes effect. */
export function asksPassword(parameters: readonly { key: string; value: unknown }[], stage: string): boolean {
  return parameters.some((p) => p.key === `${stage}.password` && p.value === true);
}

/** proposal is what the first step of a round decided; the later steps agree with it or send it back. */
export function proposal(said: readonly Schemas["Statement"][], stage: string, round: number): Schemas["Statement"] | undefined {
  return said.filter((s) => s.stage === stage && s.round === round && (s.step === "handle" || !s.step)).at(-1);
}
