import { expect, test } from "vitest";
import { validThrough, windowOf } from "./validity";

test.each([
  ["2020-06-01", 3, "2023-05-31"],
  ["2024-02-29", 3, "2027-02-28"],
  ["2026-01-01", 3, "2028-12-31"],
  ["2026-03-01", 2, "2028-02-29"],
])("a validity from %s over %i years ends with %s", (from, years, through) => {
  expect(validThrough(from, years)).toBe(through);
});

test("a validity begins within the days that are set, before or after today", () => {
  expect(windowOf("2026-03-01", 90)).toEqual({ first: "2025-12-01", last: "2026-05-30" });
});
