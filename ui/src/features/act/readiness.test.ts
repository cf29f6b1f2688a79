import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { readiness } from "./readiness";

function said(stage: string, verdict: string, who = "王", sheet: object = {}): Schemas["Statement"] {
  return {
    seq: 1, taskId: "", stage, stageName: "", round: 1, actor: { id: who, name: who }, verdict, verdictName: "",
    content: { verdict, sheet: sheet as Schemas["AnySheet"] }, at: "2026-03-02T01:00:00Z",
  };
}

const occupations = [{ code: "6-31-01-03", name: "电工", workType: "", levels: [{ code: "4", subLevels: [] }] }] as unknown as Schemas["OccupationRow"][];
const whole = [
  said("acceptance", "accept"), said("panel", "appoint", "王", { members: ["甲", "乙", "丙"], leader: "甲" }),
  said("assessment", "conclude", "甲", { conclusion: "recommend", recommended: [{ code: "6-31-01-03", workType: "", levels: ["4"] }] }),
  said("signature", "sign", "甲"), said("signature", "dissent", "乙"), said("signature", "sign", "丙"),
  said("verification", "pass", "王", { granted: [] }), said("commitmentCheck", "accept"),
];

const missing = (statements: Schemas["Statement"][], delegated: boolean) => readiness({ statements, occupations, delegated }).filter((c) => !c.ok).map((c) => c.key);

describe("what a submission rests on", () => {
  test("is whole after the commitment letter was checked", () => {
    expect(missing(whole, false)).toEqual([]);
    expect(readiness({ statements: whole, occupations, delegated: false }).find((c) => c.key === "signed")?.dissents).toBe(1);
  });

  test("takes the authority's own opinion where the verification is delegated", () => {
    expect(missing(whole, true)).toEqual(["endorsed"]);
  });

  test("names a signature that is missing", () => {
    expect(missing(whole.filter((s) => s.actor.id !== "丙"), false)).toEqual(["signed"]);
  });
});
