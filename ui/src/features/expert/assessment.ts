import type { Schemas } from "@/api/client";
import { appliedGrants } from "@/features/case/granted";
import { conditionNumbers } from "@/features/visit/outbox/sheet";

/** Sheet is the written assessment of the panel. */
export type Sheet = Schemas["AssessmentSheet"];
type Conclusion = Schemas["Conclusion"];

/** AssessmentDraft is what is typed and not decided. */
export interface AssessmentDraft {
  sheet: Sheet;
  sheetDocument: string;
}

/** Gap is something that stands against the assessment: a key of the language file, and of which condition. */
export interface Gap {
  key: "gap.summary" | "gap.finding" | "gap.findingWords" | "gap.conclusion" | "gap.recommended" | "gap.contradiction" | "gap.points" | "gap.pointWords" | "gap.reasons";
  number: number;
}

/** Summary is the four activities in words. */
export type Summary = Schemas["ActivitySummary"];

/** The four activities of notice 四(二), in their order. */
export const activities = ["documentReview", "technicalAssessment", "deliberation", "siteVisit"] as const satisfies readonly (keyof Summary)[];

/** presetOf begins an assessment with what the record says: the summaries, the findings of the visit, all that was applied for. */
export function presetOf(summary: Summary, visit: Schemas["SiteVisitSheet"] | undefined, rows: readonly Schemas["OccupationRow"][]): AssessmentDraft {
  return {
    sheetDocument: "",
    sheet: {
      summary,
      findings: conditionNumbers.map((number) => {
        const found = visit?.findings.find((f) => f.number === number);
        return { number, finding: found?.finding ?? "", words: found?.words ?? "", photos: found?.photos ?? [] };
      }),
      conclusion: "", recommended: appliedGrants(rows), points: [], reasons: "", signedSheet: "",
    },
  };
}

/** concluded changes the conclusion; the first time that mending is wanted, each condition that is not met is a point to mend. */
export function concluded(sheet: Sheet, conclusion: Conclusion): Sheet {
  const points = sheet.findings.filter((f) => f.finding === "notMet").map((f) => ({ condition: f.number, text: f.words }));
  return { ...sheet, conclusion, points: conclusion === "rectify" && sheet.points.length === 0 ? points : sheet.points };
}

/** sentSheet keeps of the draft what belongs to its conclusion. */
export function sentSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    recommended: sheet.conclusion === "recommend" ? sheet.recommended : [],
    points: sheet.conclusion === "rectify" ? sheet.points : [],
    reasons: sheet.conclusion === "notRecommend" ? sheet.reasons : "",
  };
}

/** gapsIn lists what is missing, as the server will judge it. */
export function gapsIn(sheet: Sheet): Gap[] {
  const gaps: Gap[] = [];
  const need = (key: Gap["key"], ok: boolean, number = 0) => {
    if (!ok) gaps.push({ key, number });
  };
  need("gap.summary", activities.every((activity) => sheet.summary[activity].trim() !== ""));
  for (const { number, finding, words } of sheet.findings) {
    need("gap.finding", !!finding, number);
    need("gap.findingWords", finding === "met" || !finding || words.trim() !== "", number);
  }
  need("gap.conclusion", !!sheet.conclusion);
  if (sheet.conclusion === "recommend") {
    need("gap.recommended", sheet.recommended.length > 0);
    need("gap.contradiction", sheet.findings.every((f) => f.finding !== "notMet"));
  }
  if (sheet.conclusion === "rectify") {
    need("gap.points", sheet.points.length > 0);
    need("gap.pointWords", sheet.points.every((p) => p.condition >= 1 && p.text.trim() !== ""));
  }
  if (sheet.conclusion === "notRecommend") need("gap.reasons", sheet.reasons.trim() !== "");
  return gaps;
}
