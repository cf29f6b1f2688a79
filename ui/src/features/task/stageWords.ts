import { loadTexts, type Namespace } from "@/i18n";

const ofStage: Partial<Record<string, Namespace[]>> = {
  acceptance: ["acceptance", "application"], supplement: ["application", "case"], panel: ["panel"], verification: ["verification", "expert"], rectification: ["application", "case"],
  commitment: ["commitment"], commitmentCheck: ["commitment"], delegateOpinion: ["act", "case"], submission: ["act", "case"], centreReview: ["act", "case"], receipt: ["receipt", "act", "case"],
  publication: ["publication", "act", "case"], audit: ["audit", "batch"], correction: ["batch"], issue: ["batch"], summary: ["month"], summaryCheck: ["month"], revocation: ["revocation", "certificate"],
};

/** loadStageWords fetches the words of a stage's task beside its program; the stages of experts share theirs. */
export const loadStageWords = (stage: string): Promise<null> => loadTexts(...(ofStage[stage] ?? ["expert"])).then(() => null);
