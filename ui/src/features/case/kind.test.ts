import { describe, expect, it } from "vitest";
import { kindOf, kindOfStage, wayOf } from "./kind";
import { stretchesOf } from "./progress";

const number = "Y000021000101";
const at = (caseNo: string, stage: string, outcome = "") => ({ caseNo, stage, outcome });

describe("the kind of a case", () => {
  it("is told by its number, its stage or its outcome", () => {
    expect(kindOf({ ...at("LN-1", "finished", "filed"), applicationId: "a" })).toBe("filing");
    expect(kindOf(at("LN-1", "acceptance"))).toBe("filing");
    expect(kindOf(at(`${number}202611001`, "finished", "withdrawn"))).toBe("certification");
    expect(kindOf(at(`${number}-202611`, "finished", "reported"))).toBe("summary");
    expect(kindOf(at("LN-2", "revocation"))).toBe("revocation");
    expect(kindOf(at("LN-2", "finished", "kept"))).toBe("revocation");
    expect(kindOf(at(number, "lapsed"))).toBe("tenure");
    expect(["audit", "summaryCheck", "receipt"].map(kindOfStage)).toEqual(["certification", "summary", "filing"]);
  });
});

describe("the way of a batch", () => {
  const now = { ...at(`${number}202611001`, "correction"), enterpriseName: "e", competent: { id: "a", kind: "authority" as const, name: "a", region: "210100" }, openTasks: [] };
  const plan = wayOf(now as never, (stage) => stage.toUpperCase());
  it("names who acts", () => {
    expect(plan.map((stage) => [stage.name, stage.body])).toEqual([["AUDIT", "a"], ["CORRECTION", "e"], ["ISSUE", "e"]]);
  });
  it("goes back to the audit from a correction", () => {
    const spans = [{ stage: "audit", name: "AUDIT", round: 1, from: "2026-11-20T01:00:00Z", to: "2026-11-21T01:00:00Z" }, { stage: "correction", name: "CORRECTION", round: 1, from: "2026-11-21T01:00:00Z" }];
    expect(stretchesOf({ stage: "correction", outcome: "", stages: spans }, false, plan).map((one) => [one.stage, one.state])).toEqual([["audit", "done"], ["correction", "current"], ["audit", "todo"], ["issue", "todo"]]);
  });
});
