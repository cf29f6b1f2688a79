import { expect, test } from "vitest";
import { rowOf, toggleLevel } from "./matrix";
import { planLeft, planStale } from "./planned";

const rows = [["5", "4"].reduce(toggleLevel, rowOf({ code: "6-31-01-03", name: "电工" }, "", 60))];
const number = (level: string, people: number) => ({ code: "6-31-01-03", workType: "", level, people });

test("planned numbers are counted against the matrix", () => {
  expect(planLeft(rows, [number("5", 40), number("4", 0)])).toBe(1);
  expect(planStale(rows, [number("5", 40), number("3", 10)])).toBe(1);
  expect(planLeft(rows, [])).toBe(2);
  expect(planStale([], [number("5", 1)])).toBe(1);
});
