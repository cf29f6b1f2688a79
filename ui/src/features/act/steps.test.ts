import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { actSteps, asksPassword, plannedSteps, proposal, takesEffect } from "./steps";

const parameters = [
  { key: "steps.bureau.verification", value: ["handle", "review", "sign"] },
  { key: "steps.authority.verification", value: ["handle", "sign"] },
  { key: "steps.centre.review", value: ["handle", "review"] },
];

function said(step: string, round: number, who: string, verdict = "pass"): Schemas["Statement"] {
  return {
    seq: round * 10, taskId: `verification/${round}/${step}`, stage: "verification", stageName: "", round, step, actor: { id: who, name: who },
    verdict, verdictName: verdict, content: { verdict }, at: "2026-03-02T01:00:00Z",
  };
}

describe("the steps of an act", () => {
  test("are those that policy sets for the body that decides", () => {
    expect(plannedSteps(parameters, "verification", "bureau")).toEqual(["handle", "review", "sign"]);
    expect(plannedSteps(parameters, "verification", "authority")).toEqual(["handle", "sign"]);
    expect(plannedSteps(parameters, "centreReview", "bureau")).toEqual(["handle", "review"]);
    expect(plannedSteps(parameters, "panel", "bureau")).toEqual([]);
  });

  test("say who took which, and which is open", () => {
    const steps = actSteps(["handle", "review", "sign"], [said("handle", 1, "王")], "verification", 1);
    expect(steps.map((s) => [s.step, s.state, s.who])).toEqual([["handle", "done", "王"], ["review", "current", undefined], ["sign", "todo", undefined]]);
  });

  test("follow the one task of an acceptance where its notice asks again", () => {
    const notice = { ...said("", 2, "王", "return"), stage: "acceptance", taskId: "acceptance/2/1" };
    const steps = actSteps(plannedSteps([{ key: "notice.again.steps", value: ["handle", "review"] }], "acceptance", "bureau"), [notice], "acceptance", 2);
    expect(steps.map((s) => [s.step, s.state, s.who])).toEqual([["handle", "done", "王"], ["review", "current", undefined]]);
  });

  test("begin anew in the round after a step was sent back", () => {
    const all = [said("handle", 1, "王"), said("review", 1, "李", "sendBack"), said("handle", 2, "王", "fail")];
    expect(actSteps(["handle", "review"], all, "verification", 2).map((s) => s.state)).toEqual(["done", "current"]);
    expect(proposal(all, "verification", 2)?.verdict).toBe("fail");
  });

  test("ask for the password where policy says so", () => {
    expect(asksPassword([{ key: "receipt.password", value: true }], "receipt")).toBe(true);
    expect(asksPassword([{ key: "receipt.password", value: false }], "receipt")).toBe(false);
    expect(asksPassword([{ key: "receipt.password", value: true }], "verification")).toBe(false);
  });

  test("take effect at the last", () => {
    expect(takesEffect(["handle", "review"], "review")).toBe(true);
    expect(takesEffect(["handle", "review", "sign"], "review")).toBe(false);
    expect(takesEffect([], "handle")).toBe(false);
  });
});
