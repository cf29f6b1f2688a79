import { describe, expect, it } from "vitest";
import type { BatchState } from "./queries";
import { currentStep, mayShow, shownStep, stepsOf } from "./steps";

const at = (state: BatchState, rows = 50, wrong = 0) => ({ state, rows, wrong });

describe("the steps of a batch", () => {
  it("go from plan to certificates", () => {
    expect(currentStep(at("draft", 0))).toBe("rows");
    expect(currentStep(at("draft", 50, 3))).toBe("rows");
    expect(currentStep(at("draft"))).toBe("submission");
    expect(currentStep(at("audit"))).toBe("audit");
    expect(currentStep(at("correction"))).toBe("rows");
    expect(currentStep(at("issue"))).toBe("certificates");
  });
  it("are all done once certificates are issued", () => {
    expect(stepsOf(at("issued")).every((step) => step.state === "done")).toBe(true);
  });
  it("stand where a batch ended without certificates", () => {
    expect(stepsOf(at("nonePassed")).map((step) => step.state)).toEqual(["done", "done", "done", "paused", "todo"]);
    expect(stepsOf(at("withdrawn")).map((step) => step.state)).toEqual(["done", "done", "paused", "todo", "todo"]);
  });
  it("show what has begun, and of a draft the way to its submission", () => {
    expect(mayShow(at("draft", 0), "submission")).toBe(true);
    expect(mayShow(at("draft", 0), "audit")).toBe(false);
    expect(mayShow(at("correction"), "audit")).toBe(true);
    expect(mayShow(at("audit"), "certificates")).toBe(false);
  });
  it("are what the address asks for, where that can be shown", () => {
    expect(shownStep(at("draft"), "plan")).toBe("plan");
    expect(shownStep(at("draft"), "certificates")).toBe("submission");
    expect(shownStep(at("issued"), "nonsense")).toBe("certificates");
    expect(shownStep(at("audit"), undefined)).toBe("audit");
  });
});
