import { expect, test } from "vitest";
import { countLevels, granted, levelsIn, toggleGrant } from "./grants";

const electrician = { code: "6-31-01-03", name: "电工", workType: "", levels: ["5", "4", "3"] };
const welder = { code: "6-18-02-04", name: "焊工", workType: "", levels: ["4", "1"] };
const bounds = [electrician, welder];

test("levels stand as the reference orders them", () => {
  expect(levelsIn(bounds, ["5", "4", "3", "2", "1", "T", "S"])).toEqual(["5", "4", "3", "1"]);
});

test("a level is given and taken, and an occupation without levels falls away", () => {
  const one = toggleGrant(bounds, [], welder, "1");
  expect(one).toEqual([{ ...welder, levels: ["1"] }]);
  const two = toggleGrant(bounds, one, electrician, "3");
  expect(two.map((g) => g.code)).toEqual(["6-31-01-03", "6-18-02-04"]);
  expect(granted(two, electrician, "3")).toBe(true);
  expect(countLevels(two)).toBe(2);
  expect(toggleGrant(bounds, two, welder, "1")).toEqual([{ ...electrician, levels: ["3"] }]);
});
