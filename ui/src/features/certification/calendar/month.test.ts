import { describe, expect, it } from "vitest";
import { daysOf, monthBy, monthIn, whenOf } from "./month";

describe("the months of the calendar", () => {
  it("come from the address, or are the present one", () => {
    expect(monthIn("2026-11", "2027-01-05")).toBe("2026-11");
    for (const word of [undefined, "", "2026-13", "2026-1", "x"]) expect(monthIn(word, "2027-01-05")).toBe("2027-01");
  });
  it("go over the year", () => {
    expect([monthBy("2026-12", 1), monthBy("2026-01", -1), monthBy("2026-06", 0)]).toEqual(["2027-01", "2025-12", "2026-06"]);
  });
  it("end on their last day", () => {
    expect([daysOf("2026-02"), daysOf("2028-02"), daysOf("2026-12")].map((days) => days.through)).toEqual(["2026-02-28", "2028-02-29", "2026-12-31"]);
  });
  it("say whether an examination is over", () => {
    const plan = { from: "2026-11-10", to: "2026-11-12" };
    expect(["2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13"].map((day) => whenOf(plan, day))).toEqual(["coming", "today", "today", "past"]);
  });
});
