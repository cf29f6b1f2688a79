import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { concluded, gapsIn, presetOf, sentSheet, type Sheet } from "./assessment";

const summary = { documentReview: "齐全", technicalAssessment: "具备", deliberation: "一致", siteVisit: "符合" };
const rows = [{ code: "6-31-01-03", name: "电工", workType: "", levels: [{ code: "4", subLevels: [] }, { code: "3", subLevels: [] }] }] as unknown as Schemas["OccupationRow"][];
const met = (number: number) => ({ number, finding: "met" as const, words: "", photos: [] });
const visit = { findings: [met(1), met(2), { number: 3, finding: "notMet", words: "监控有盲区", photos: ["p"] }, met(4), met(5)] } as unknown as Schemas["SiteVisitSheet"];

const keys = (sheet: Sheet) => gapsIn(sheet).map((gap) => gap.key);

describe("the written assessment", () => {
  test("begins with the record, and leaves the conclusion to the leader", () => {
    const { sheet } = presetOf(summary, visit, rows);
    expect(sheet.findings[2]).toMatchObject({ number: 3, finding: "notMet", words: "监控有盲区" });
    expect(sheet.recommended).toEqual([{ code: "6-31-01-03", name: "电工", workType: "", levels: ["4", "3"] }]);
    expect(keys(sheet)).toEqual(["gap.conclusion"]);
  });

  test("cannot recommend while a condition is not met", () => {
    const { sheet } = presetOf(summary, visit, rows);
    expect(keys(concluded(sheet, "recommend"))).toEqual(["gap.contradiction"]);
    expect(keys({ ...concluded(sheet, "recommend"), recommended: [] })).toEqual(["gap.recommended", "gap.contradiction"]);
  });

  test("takes what is not met as the first points to mend, and keeps points that are there", () => {
    const { sheet } = presetOf(summary, visit, rows);
    const first = concluded(sheet, "rectify");
    expect(first.points).toEqual([{ condition: 3, text: "监控有盲区" }]);
    const own = { ...first, points: [{ condition: 4, text: "补充经费证明" }] };
    expect(concluded(concluded(own, "recommend"), "rectify").points).toEqual(own.points);
    expect(keys({ ...first, points: [] })).toEqual(["gap.points"]);
    expect(keys({ ...first, points: [{ condition: 0, text: "" }] })).toEqual(["gap.pointWords"]);
  });

  test("sends only what belongs to its conclusion", () => {
    const { sheet } = presetOf(summary, visit, rows);
    const sent = sentSheet({ ...sheet, conclusion: "notRecommend", points: [{ condition: 1, text: "x" }], reasons: "不具备" });
    expect([sent.recommended, sent.points, sent.reasons]).toEqual([[], [], "不具备"]);
    expect(keys({ ...sheet, conclusion: "notRecommend" })).toEqual(["gap.reasons"]);
  });

  test("wants all four summaries and a finding on each condition", () => {
    const { sheet } = presetOf({ ...summary, deliberation: " " }, undefined, rows);
    expect(keys({ ...sheet, conclusion: "recommend" })).toEqual(["gap.summary", "gap.finding", "gap.finding", "gap.finding", "gap.finding", "gap.finding"]);
  });
});
