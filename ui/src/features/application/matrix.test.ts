import { describe, expect, test } from "vitest";
import { combinations, likeRow, offered, partsOf, rowOf, stepsOf, toggleLevel, toggleWay, twin, wrongSteps } from "./matrix";

const electrician = rowOf({ code: "6-31-01-03", name: "电工" }, "电工国家职业标准", 60);

describe("levels", () => {
  test("stand in the order of the columns, whatever the order of clicks", () => {
    const row = ["1", "5", "3"].reduce(toggleLevel, electrician);
    expect(row.levels.map((l) => l.code)).toEqual(["5", "3", "1"]);
    expect(toggleLevel(row, "3").levels.map((l) => l.code)).toEqual(["5", "1"]);
  });

  test("of a national standard are those that it has; 特级 and 首席 rest on 一级", () => {
    expect(offered("2", electrician, ["5", "4", "3"])).toBe(false);
    expect(offered("T", electrician, ["5", "4", "3"])).toBe(false);
    expect(offered("S", electrician, ["3", "2", "1"])).toBe(true);
    expect(offered("1", electrician, [])).toBe(true);
    expect(offered("2", { standard: { kind: "enterpriseSpecification", name: "", document: "" } }, ["5"])).toBe(true);
  });

  test("of all rows are counted", () => {
    expect(combinations([toggleLevel(electrician, "5"), toggleLevel(toggleLevel(electrician, "4"), "3")])).toBe(3);
  });
});

describe("ways", () => {
  test("bring in the marks that they use, and take away those that nothing uses", () => {
    const both = toggleWay(electrician, "comprehensiveReview", 60);
    expect(both.ways).toEqual(["examination", "comprehensiveReview"]);
    expect(both.passRule).toMatchObject({ theory: 60, skill: 60, review: 60 });
    const review = toggleWay(both, "examination", 60);
    expect(review.passRule).toMatchObject({ theory: 0, skill: 0, review: 60 });
    expect(partsOf(["processAssessment", "competition"])).toEqual([]);
  });

  test("keep a mark that was typed", () => {
    const typed = { ...electrician, passRule: { ...electrician.passRule, theory: 80 } };
    expect(toggleWay(typed, "competition", 60).passRule.theory).toBe(80);
  });
});

describe("rows", () => {
  test("with the same occupation and work type are twins", () => {
    const other = { ...electrician, workType: "矿井维修电工" };
    expect(twin([electrician, other], 1)).toBe(-1);
    expect(twin([electrician, other, { ...electrician, workType: " " }], 2)).toBe(0);
  });

  test("take ways and pass rule from one of them, nothing else", () => {
    const welder = toggleLevel({ ...electrician, code: "6-18-02-04", name: "焊工", ways: [], passRule: { theory: 0, skill: 0, review: 0, text: "" } }, "5");
    const [, second] = likeRow([electrician, welder], 0);
    expect(second).toMatchObject({ code: "6-18-02-04", ways: ["examination"], passRule: { theory: 60 } });
    expect(second?.levels).toEqual(welder.levels);
  });
});

test("steps within a level are read however they are divided", () => {
  expect(stepsOf(" 一档、二档，二档 三档")).toEqual(["一档", "二档", "三档"]);
  expect(wrongSteps(["一档", "a/b", "十一个字的层次名称太长了"])).toEqual(["a/b", "十一个字的层次名称太长了"]);
});
