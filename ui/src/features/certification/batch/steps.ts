import type { StepState, TagState } from "@/design";
import type { Batch, BatchState } from "./queries";

/** stepCodes is the way of a batch: 计划 → 名单与成绩 → 报送 → 市审核 → 证书. */
export const stepCodes = ["plan", "rows", "submission", "audit", "certificates"] as const;

export type StepCode = (typeof stepCodes)[number];

type Standing = Pick<Batch, "state" | "rows" | "wrong">;

/** currentStep is where something is to be done, or where the batch came to its end. */
export function currentStep({ state, rows, wrong }: Standing): StepCode {
  switch (state) {
    case "draft":
      return rows === 0 || wrong > 0 ? "rows" : "submission";
    case "withdrawn":
      return "submission";
    case "correction":
      return "rows";
    case "audit":
    case "nonePassed":
      return "audit";
    default:
      return "certificates";
  }
}

/** stepsOf says how far each step has come. A batch that ended without certificates stands where it ended. */
export function stepsOf(batch: Standing): { code: StepCode; state: StepState }[] {
  const at = stepCodes.indexOf(currentStep(batch));
  const ended = batch.state === "withdrawn" || batch.state === "nonePassed";
  return stepCodes.map((code, i) => {
    if (batch.state === "issued" || i < at) return { code, state: "done" };
    if (i > at) return { code, state: "todo" };
    return { code, state: ended ? "paused" : "current" };
  });
}

/** mayShow says whether a step has something to show: what has not begun has not, but a draft shows the way to its submission. */
export function mayShow(batch: Standing, step: StepCode): boolean {
  const at = Math.max(stepCodes.indexOf(currentStep(batch)), batch.state === "draft" ? stepCodes.indexOf("submission") : 0, batch.state === "correction" ? stepCodes.indexOf("audit") : 0);
  return stepCodes.indexOf(step) <= at;
}

/** shownStep is the step that the address asks for, if it can be shown, else the current one. */
export function shownStep(batch: Standing, asked: string | undefined): StepCode {
  const step = stepCodes.find((code) => code === asked);
  return step && mayShow(batch, step) ? step : currentStep(batch);
}

const tags: Record<BatchState, TagState> = {
  draft: "draft", audit: "working", correction: "supplement", issue: "near", issued: "filed", nonePassed: "refused", withdrawn: "void",
};

/** tagOf gives the colour of a batch's state: what waits for the enterprise is strong. */
export function tagOf(state: BatchState): TagState {
  return tags[state];
}

/** waitsForEnterprise says whether the enterprise is to act. */
export function waitsForEnterprise(state: BatchState): boolean {
  return state === "draft" || state === "correction" || state === "issue";
}
