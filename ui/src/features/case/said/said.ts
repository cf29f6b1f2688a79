import type { Schemas } from "@/api/client";
import { acceptanceBlocks, rectificationBlocks, supplementBlocks } from "./acceptance";
import * as acts from "./acts";
import { files, kept, text, type Block } from "./blocks";
import * as certification from "./certification";
import * as experts from "./experts";
import type { Words } from "./words";

type Statement = Schemas["Statement"];
type SheetOf = Schemas["SheetOf"];

/** lastBefore finds what a statement answers: the newest statement of a stage with a verdict before it. */
function lastBefore(all: readonly Statement[], seq: number, stage: string, verdict: string): unknown {
  return all.filter((s) => s.seq < seq && s.stage === stage && s.verdict === verdict).at(-1)?.content.sheet;
}

function defectsOf(sheet: unknown): Schemas["Defect"][] {
  const { materials = [], items = [] } = (sheet ?? {}) as Partial<SheetOf["acceptance"]>;
  return [...materials, ...items].flatMap((review) => review.defects);
}

function pointsOf(sheet: unknown): Schemas["Point"][] {
  return ((sheet ?? {}) as Partial<SheetOf["verification"]>).points ?? [];
}

function sheetBlocks(words: Words, said: Statement, all: readonly Statement[]): Block[] {
  const sheet: unknown = said.content.sheet;
  if (!sheet) return [];
  if (said.verdict === "back") return acts.backBlocks(words, sheet as Schemas["BackSheet"]);
  if (said.step === "review" || said.step === "sign") return acts.stepBlocks(words, sheet as Schemas["StepSheet"]);
  switch (said.stage) {
    case "acceptance": return acceptanceBlocks(words, sheet as SheetOf["acceptance"]);
    case "supplement": return supplementBlocks(words, sheet as SheetOf["supplement"], defectsOf(lastBefore(all, said.seq, "acceptance", "return")));
    case "panel": return experts.panelBlocks(words, sheet as SheetOf["panel"]);
    case "expertReview": return experts.reviewBlocks(words, sheet as SheetOf["expertReview"]);
    case "deliberation": return experts.deliberationBlocks(words, sheet as SheetOf["deliberation"]);
    case "siteVisit": return experts.visitBlocks(words, sheet as SheetOf["siteVisit"]);
    case "assessment": return experts.assessmentBlocks(words, sheet as SheetOf["assessment"]);
    case "signature": return experts.signatureBlocks(words, sheet as SheetOf["signature"]);
    case "verification": return acts.verificationBlocks(words, sheet as SheetOf["verification"], said.verdict);
    case "rectification": return rectificationBlocks(words, sheet as SheetOf["rectification"], pointsOf(lastBefore(all, said.seq, "verification", "rectify")));
    case "commitment": return acts.commitmentBlocks(words, sheet as SheetOf["commitment"]);
    case "commitmentCheck": return acts.commitmentCheckBlocks(words, sheet as SheetOf["commitmentCheck"]);
    case "delegateOpinion":
    case "submission":
    case "centreReview": return acts.opinionBlocks(words, sheet as SheetOf["submission"]);
    case "receipt": return acts.receiptBlocks(words, sheet as SheetOf["receipt"], said.verdict);
    case "publication": return acts.publicationBlocks(words, sheet as SheetOf["publication"]);
    case "audit": return certification.auditBlocks(words, sheet);
    case "correction": return certification.correctionBlocks(words, sheet);
    case "issue": return certification.issueBlocks(words, sheet);
    case "revocation": return certification.revocationBlocks(words, sheet);
    case "summary": return certification.summaryBlocks(words, sheet);
    case "summaryCheck": return certification.summaryCheckBlocks(words, sheet);
    default: return [];
  }
}

/** saidBlocks words a statement for people; `all` are the statements of the case, for what it answers. */
export function saidBlocks(words: Words, said: Statement, all: readonly Statement[]): Block[] {
  const { t } = words;
  return [
    ...sheetBlocks(words, said, all),
    ...kept(text(t("said.note"), said.content.note), files(t("said.behalfSheet"), [said.content.sheetDocument])),
  ];
}
