import type { Schemas } from "@/api/client";
import { appliedGrants, within } from "@/features/case/granted";

type Sheet = Schemas["VerificationSheet"];
type Facts = Schemas["TaskFacts"];
type Grant = Schemas["Grant"];

/** Result is a verification result. */
export type Result = "pass" | "rectify" | "fail";

/** VerificationDraft is what is typed and not decided. */
export interface VerificationDraft {
  verdict: Result | "";
  sheet: Sheet;
}

/** expected is the result that follows the experts' conclusion. */
export const expected: Partial<Record<NonNullable<Facts["conclusion"]>, Result>> = { recommend: "pass", rectify: "rectify", notRecommend: "fail" };

/** boundsOf gives the occupations and levels that may be granted: what the experts recommend, else what was applied for. */
export function boundsOf(facts: Facts): Grant[] {
  const applied = appliedGrants(facts.occupations ?? []);
  return facts.conclusion === "recommend" ? within(applied, facts.recommended ?? []) : applied;
}

/** presetOf follows the experts: their result, what they recommend, what they want mended. */
export function presetOf(facts: Facts, assessment: Schemas["AssessmentSheet"] | undefined): VerificationDraft {
  return {
    verdict: expected[facts.conclusion ?? ""] ?? "",
    sheet: {
      granted: facts.conclusion === "recommend" ? boundsOf(facts) : [],
      points: assessment?.points.map((point) => ({ ...point })) ?? [],
      days: Math.min(20, facts.rectifyMax || 20), target: "siteVisit", grounds: [], words: "",
    },
  };
}

/** sentSheet keeps of the draft what belongs to its result. */
export function sentSheet({ verdict, sheet }: VerificationDraft): Sheet {
  const rectify = verdict === "rectify";
  return {
    granted: verdict === "pass" ? sheet.granted : [], points: rectify ? sheet.points : [], days: rectify ? sheet.days : 0,
    target: rectify ? sheet.target : "", grounds: verdict === "fail" ? sheet.grounds : [], words: sheet.words,
  };
}

/** Gap is something that stands against the result: a key of the language file. */
export type Gap = "gap.verdict" | "gap.unassessed" | "gap.granted" | "gap.points" | "gap.pointWords" | "gap.days" | "gap.grounds" | "gap.groundWords" | "gap.words";

/** differs says whether the result is another than the experts'. */
export function differs(facts: Facts, verdict: Result | ""): boolean {
  const own = expected[facts.conclusion ?? ""];
  return verdict !== "" && own !== undefined && own !== verdict;
}

/** gapsIn lists what is missing, as the server will judge it. */
export function gapsIn({ verdict, sheet }: VerificationDraft, facts: Facts): Gap[] {
  const gaps: Gap[] = [];
  const need = (gap: Gap, ok: boolean) => {
    if (!ok) gaps.push(gap);
  };
  need("gap.verdict", verdict !== "");
  if (verdict === "pass") {
    need("gap.unassessed", !!facts.conclusion);
    need("gap.granted", sheet.granted.length > 0);
  }
  if (verdict === "rectify") {
    const least = Math.max(facts.rectifyMin ?? 1, 1);
    need("gap.points", sheet.points.length > 0);
    need("gap.pointWords", sheet.points.every((p) => p.condition >= 1 && p.text.trim() !== ""));
    need("gap.days", sheet.days >= least && (!facts.rectifyMax || sheet.days <= facts.rectifyMax));
  }
  if (verdict === "fail") {
    need("gap.grounds", sheet.grounds.length > 0);
    need("gap.groundWords", sheet.grounds.every((g) => g.clause !== "" && g.words.trim() !== ""));
  }
  if (differs(facts, verdict)) need("gap.words", sheet.words.trim() !== "");
  return gaps;
}
