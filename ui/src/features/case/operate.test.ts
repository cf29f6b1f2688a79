import { describe, expect, test } from "vitest";
import { emptyForm, gapsIn, operationOf } from "./operate";

describe("an operation", () => {
  test("always needs a reason", () => {
    expect(gapsIn(emptyForm)).toEqual(["operate.gap.reason"]);
    expect(gapsIn({ ...emptyForm, reason: "存储恢复后重试" })).toEqual([]);
  });

  test("names what it is about", () => {
    expect(gapsIn({ ...emptyForm, kind: "reassign", reason: "离岗" })).toEqual(["operate.gap.task", "operate.gap.target"]);
    expect(gapsIn({ ...emptyForm, kind: "extend", reason: "节假日", taskId: "panel/1/1", days: 0 })).toEqual(["operate.gap.days"]);
    expect(gapsIn({ ...emptyForm, kind: "skip", reason: "不再需要" })).toEqual(["operate.gap.effect"]);
  });

  test("sends nothing of the others", () => {
    expect(operationOf({ ...emptyForm, kind: "reopen", reason: " 误办 ", stage: "panel", taskId: "x", days: 3 })).toEqual({ operation: "reopen", reason: "误办", stage: "panel" });
    expect(operationOf({ ...emptyForm, kind: "reassign", reason: "离岗", taskId: "panel/1/1", body: "bureau-210100" })).toEqual({
      operation: "reassign", reason: "离岗", taskId: "panel/1/1", body: "bureau-210100",
    });
  });
});
