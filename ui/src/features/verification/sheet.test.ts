import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { differs, gapsIn, presetOf, sentSheet, type VerificationDraft } from "./sheet";

const occupations = [{ code: "6-31-01-03", name: "电工", workType: "", levels: [{ code: "5", subLevels: [] }, { code: "4", subLevels: [] }] }] as unknown as Schemas["OccupationRow"][];
const recommended = [{ code: "6-31-01-03", workType: "", levels: ["4"] }];
const recommending = { conclusion: "recommend", recommended, occupations, rectifyMin: 1, rectifyMax: 60 } as unknown as Schemas["TaskFacts"];

function draft(change: Partial<Schemas["VerificationSheet"]>, verdict: VerificationDraft["verdict"]): VerificationDraft {
  const preset = presetOf(recommending, undefined);
  return { verdict, sheet: { ...preset.sheet, ...change } };
}

describe("a verification result", () => {
  test("is preset from the experts' assessment", () => {
    const preset = presetOf(recommending, undefined);
    expect(preset.verdict).toBe("pass");
    expect(preset.sheet.granted).toEqual([{ code: "6-31-01-03", name: "电工", workType: "", levels: ["4"] }]);
    const assessment = { points: [{ condition: 3, text: "补装摄像机" }] } as Schemas["AssessmentSheet"];
    expect(presetOf({ ...recommending, conclusion: "rectify" }, assessment)).toMatchObject({ verdict: "rectify", sheet: { granted: [], points: [{ condition: 3 }] } });
  });

  test("needs words when it differs from the experts'", () => {
    expect(differs(recommending, "fail")).toBe(true);
    expect(gapsIn(draft({ grounds: [{ clause: "一(三)", words: "场地不足" }] }, "fail"), recommending)).toEqual(["gap.words"]);
    expect(gapsIn(draft({}, "pass"), recommending)).toEqual([]);
  });

  test("to rectify names points and days within the setting", () => {
    const facts = { ...recommending, conclusion: "rectify" as const };
    expect(gapsIn(draft({ points: [], days: 0 }, "rectify"), facts)).toEqual(["gap.points", "gap.days"]);
    expect(gapsIn(draft({ points: [{ condition: 0, text: "" }], days: 61 }, "rectify"), facts)).toEqual(["gap.pointWords", "gap.days"]);
    expect(gapsIn(draft({ points: [{ condition: 1, text: "补" }], days: 60 }, "rectify"), facts)).toEqual([]);
  });

  test("sends only what belongs to it", () => {
    const sent = sentSheet(draft({ points: [{ condition: 1, text: "补" }], grounds: [{ clause: "一(一)", words: "无" }] }, "pass"));
    expect(sent).toMatchObject({ points: [], grounds: [], days: 0, target: "" });
    expect(sent.granted).toHaveLength(1);
  });

  test("cannot be a pass before the experts have concluded", () => {
    expect(gapsIn(draft({}, "pass"), { ...recommending, conclusion: "" })).toEqual(["gap.unassessed"]);
  });
});
