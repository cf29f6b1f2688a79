import type { Schemas } from "@/api/client";

/** CaseKind is the procedure of a case: 备案, 备案有效期, 结果认定, 证书注销, 月度汇总. */
export type CaseKind = "filing" | "tenure" | "certification" | "revocation" | "summary";

const byStage: Record<string, CaseKind> = {
  audit: "certification", correction: "certification", issue: "certification", revocation: "revocation", summary: "summary", summaryCheck: "summary",
};
const byOutcome: Record<string, CaseKind> = { issued: "certification", revoked: "revocation", kept: "revocation", reported: "summary" };

/** kindOfStage gives the procedure that has a stage; the codes of stages are distinct, but for the finish. */
export function kindOfStage(stage: string): CaseKind {
  return byStage[stage] ?? (stage === "valid" || stage === "lapsed" ? "tenure" : "filing");
}

/**
 * kindOf tells the procedure of a case. A batch has 22 characters, a month's summary ends with its month, and the stages and
 * outcomes of a procedure are its own.
 */
export function kindOf(now: Pick<Schemas["CaseSummary"], "caseNo" | "stage" | "outcome"> & { applicationId?: string | undefined; certificate?: string | undefined }): CaseKind {
  if (now.applicationId) return "filing";
  if (now.certificate) return "revocation";
  if (/^[A-Z]\d{21}$/.test(now.caseNo)) return "certification";
  if (/^[A-Z]\d{12}-\d{6}$/.test(now.caseNo)) return "summary";
  return byOutcome[now.outcome] ?? kindOfStage(now.stage);
}

/** The stages of the procedures that are no filing; the detour where it branches off. */
const orders: Partial<Record<CaseKind, readonly string[]>> = {
  certification: ["audit", "correction", "issue"], revocation: ["revocation"], summary: ["summary", "summaryCheck"],
};
const ofEnterprise = new Set(["correction", "issue", "summary"]);

/** wayOf lays out the stages of a case that is no filing, with who acts. */
export function wayOf(now: Pick<Schemas["Case"], "caseNo" | "stage" | "outcome" | "enterpriseName" | "competent" | "openTasks"> & { certificate?: string | undefined }, nameOf: (stage: string) => string): Schemas["PlannedStage"][] {
  return (orders[kindOf(now)] ?? []).map((stage) => ({
    stage,
    name: nameOf(stage),
    body: stage === "revocation" ? (now.openTasks[0]?.holder ?? "") : ofEnterprise.has(stage) ? now.enterpriseName : now.competent.name,
    counted: true,
    detour: stage === "correction",
  }));
}
