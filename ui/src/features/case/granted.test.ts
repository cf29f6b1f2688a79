import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { appliedGrants, grantedBy, within } from "./granted";

function row(code: string, ...levels: string[]): Schemas["OccupationRow"] {
  return {
    code, name: code, workType: "", levels: levels.map((level) => ({ code: level, subLevels: [] })),
    standard: { kind: "nationalStandard", name: "", document: "" }, ways: [], passRule: { theory: 0, skill: 0, review: 0, text: "" },
  };
}

function said(stage: string, verdict: string, sheet: object): Schemas["Statement"] {
  return {
    seq: 1, taskId: "", stage, stageName: "", round: 1, actor: { id: "", name: "" }, verdict, verdictName: "",
    content: { verdict, sheet: sheet as Schemas["AnySheet"] }, at: "2026-03-02T01:00:00Z",
  };
}

const rows = [row("6-31-01-03", "5", "4", "3"), row("6-18-02-04", "5")];
const recommended = [{ code: "6-31-01-03", workType: "", levels: ["4", "3"] }];

describe("what has passed", () => {
  test("is what the experts recommend, where the verification says nothing of its own", () => {
    const all = [said("assessment", "conclude", { conclusion: "recommend", recommended }), said("verification", "pass", { granted: [] })];
    expect(grantedBy(rows, all)).toEqual([{ code: "6-31-01-03", name: "6-31-01-03", workType: "", levels: ["4", "3"] }]);
  });

  test("is what the verification grants, and never more than was applied for", () => {
    const granted = [{ code: "6-18-02-04", workType: "", levels: ["5", "1"] }, { code: "9-99-99-99", workType: "", levels: ["5"] }];
    const all = [said("assessment", "conclude", { conclusion: "rectify", recommended: [] }), said("verification", "pass", { granted })];
    expect(grantedBy(rows, all)).toEqual([{ code: "6-18-02-04", name: "6-18-02-04", workType: "", levels: ["5"] }]);
  });

  test("is nothing before both have spoken", () => {
    expect(grantedBy(rows, [said("assessment", "conclude", { conclusion: "recommend", recommended })])).toEqual([]);
  });
});

test("bounds keep their order of levels", () => {
  expect(within(appliedGrants(rows), [{ code: "6-31-01-03", workType: " ", levels: ["3", "5"] }])[0]?.levels).toEqual(["5", "3"]);
});
