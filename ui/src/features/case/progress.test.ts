import { describe, expect, test } from "vitest";
import { stretchesOf } from "./progress";
import { tabOf, tabsFor } from "./tabs";

const plan = ["acceptance", "supplement", "panel", "verification", "rectification", "commitment", "receipt"].map((stage) => ({ stage, name: stage, detour: stage === "supplement" || stage === "rectification" }));
const span = (stage: string, round = 1, to?: string) => ({ stage, name: stage, round, from: "2026-03-02T01:00:00Z", ...(to ? { to, workdays: 1 } : {}) });

describe("the way of a case", () => {
  test("shows what it has passed, where it is, and what is to come without the detours", () => {
    const way = stretchesOf({ stage: "panel", outcome: "", stages: [span("acceptance", 1, "2026-03-03T01:00:00Z"), span("panel")] }, false, plan);
    expect(way.map((s) => [s.stage, s.state])).toEqual([
      ["acceptance", "done"], ["panel", "current"], ["verification", "todo"], ["commitment", "todo"], ["receipt", "todo"],
    ]);
  });

  test("comes back from a supplement to the acceptance", () => {
    const way = stretchesOf({ stage: "supplement", outcome: "", stages: [span("acceptance", 1, "2026-03-03T01:00:00Z"), span("supplement")] }, true, plan);
    expect(way.map((s) => `${s.stage} ${s.state}`).slice(0, 4)).toEqual(["acceptance done", "supplement paused", "acceptance todo", "panel todo"]);
  });

  test("comes back from a rectification to the verification", () => {
    const way = stretchesOf({ stage: "rectification", outcome: "", stages: [span("rectification")] }, true, plan);
    expect(way.map((s) => s.stage)).toEqual(["rectification", "verification", "commitment", "receipt"]);
  });

  test("ends where the case ended", () => {
    const way = stretchesOf({ stage: "finished", outcome: "refused", stages: [span("acceptance", 1, "2026-03-03T01:00:00Z"), span("finished")] }, false, plan);
    expect(way.map((s) => [s.stage, s.state])).toEqual([["acceptance", "done"]]);
  });
});

describe("the parts of a case file", () => {
  test("are those that a role may read", () => {
    expect(tabsFor(["operator"], "filing")).toEqual(["progress", "papers", "record", "operate"]);
    expect(tabsFor(["handler"], "filing")).toContain("statements");
    expect(tabsFor(["handler"], "tenure")).toEqual(["progress", "record", "messages"]);
    expect(tabsFor(["handler"], "certification")).toEqual(["progress", "statements", "papers", "record", "messages"]);
    expect(tabOf("statements", tabsFor(["operator"], "filing"))).toBe("progress");
    expect(tabOf("record", tabsFor(["clerk"], "filing"))).toBe("record");
  });
});
