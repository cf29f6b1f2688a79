import { lazy, type ComponentType } from "react";
import type { Schemas } from "@/api/client";
import type { PanelProps } from "./panel";

type Panel = ComponentType<PanelProps>;

/** panels has the panel of each stage's first step. */
const panels: Record<string, Panel> = {
  acceptance: lazy(() => import("@/features/acceptance/AcceptancePanel").then((m) => ({ default: m.AcceptancePanel }))),
  supplement: lazy(() => import("@/features/application/SupplementPanel").then((m) => ({ default: m.SupplementPanel }))),
  panel: lazy(() => import("@/features/panel/PanelPanel").then((m) => ({ default: m.PanelPanel }))),
  expertReview: lazy(() => import("@/features/expert/ExpertReviewPanel").then((m) => ({ default: m.ExpertReviewPanel }))),
  deliberation: lazy(() => import("@/features/expert/DeliberationPanel").then((m) => ({ default: m.DeliberationPanel }))),
  siteVisit: lazy(() => import("@/features/expert/SiteVisitPanel").then((m) => ({ default: m.SiteVisitPanel }))),
  assessment: lazy(() => import("@/features/expert/AssessmentPanel").then((m) => ({ default: m.AssessmentPanel }))),
  signature: lazy(() => import("@/features/expert/SignaturePanel").then((m) => ({ default: m.SignaturePanel }))),
  verification: lazy(() => import("@/features/verification/VerificationPanel").then((m) => ({ default: m.VerificationPanel }))),
  rectification: lazy(() => import("@/features/application/RectificationPanel").then((m) => ({ default: m.RectificationPanel }))),
  commitment: lazy(() => import("@/features/commitment/CommitmentPanel").then((m) => ({ default: m.CommitmentPanel }))),
  commitmentCheck: lazy(() => import("@/features/commitment/CommitmentCheckPanel").then((m) => ({ default: m.CommitmentCheckPanel }))),
  delegateOpinion: lazy(() => import("@/features/act/OpinionPanel").then((m) => ({ default: m.OpinionPanel }))),
  submission: lazy(() => import("@/features/act/OpinionPanel").then((m) => ({ default: m.OpinionPanel }))),
  centreReview: lazy(() => import("@/features/act/OpinionPanel").then((m) => ({ default: m.OpinionPanel }))),
  receipt: lazy(() => import("@/features/receipt/ReceiptPanel").then((m) => ({ default: m.ReceiptPanel }))),
  correction: lazy(() => import("@/features/certification/batch/CorrectionPanel").then((m) => ({ default: m.CorrectionPanel }))),
  issue: lazy(() => import("@/features/certification/batch/IssuePanel").then((m) => ({ default: m.IssuePanel }))),
  summary: lazy(() => import("@/features/certification/month/SummaryPanel").then((m) => ({ default: m.SummaryPanel }))),
  summaryCheck: lazy(() => import("@/features/certification/month/SummaryCheckPanel").then((m) => ({ default: m.SummaryCheckPanel }))),
  audit: lazy(() => import("@/features/certification/audit/AuditPanel").then((m) => ({ default: m.AuditPanel }))),
  revocation: lazy(() => import("@/features/certification/certificate/RevocationPanel").then((m) => ({ default: m.RevocationPanel }))),
  publication: lazy(() => import("@/features/publication/PublicationPanel").then((m) => ({ default: m.PublicationPanel }))),
};

const later = lazy(() => import("@/features/act/StepPanel").then((m) => ({ default: m.StepPanel })));

/** panelOf gives the panel of a task: of its stage, or of the later steps of an institutional act. */
export function panelOf(task: Schemas["Task"]): Panel | undefined {
  if (task.step === "review" || task.step === "sign") return later;
  return panels[task.stage];
}
