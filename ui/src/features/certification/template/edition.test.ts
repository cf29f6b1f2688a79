import { describe, expect, test } from "vitest";
import { changesOf, columnFor, freshKind, leftOut, moved, tidyWish, wishFrom, type Edition } from "./edition";

const column = (field: string, heading: string) => ({ field, heading, width: 12, hint: "", options: [], example: "", required: false });
const base: Edition = {
  edition: 3, from: "2026-01-01", source: "", state: "inForce", delivered: false,
  columns: [column("name", "姓名"), column("level", "等级"), column("note", "备注")],
  evidence: [{ kind: "plan", name: "实施方案", ways: [] }, { kind: "sheet", name: "成绩单", ways: ["examination"] }],
};
const named = (field: string, needed: boolean) => ({ field, name: field, needed, alwaysFilled: false, mayBeRequired: false });

describe("a new edition of the result template", () => {
  test("begins as the newest and changes nothing of it", () => {
    const wish = wishFrom(base);
    expect(wish.base).toBe(3);
    expect(changesOf(base, wish)).toEqual([]);
    wish.columns[0]!.options.push("甲");
    expect(base.columns[0]!.options).toEqual([]);
  });

  test("is told by its changes", () => {
    const wish = wishFrom(base);
    wish.columns = [column("level", "认定等级"), { ...column("name", "姓名"), hint: "与证件一致" }, column("agency", "派遣单位")];
    wish.evidence = [{ kind: "plan", name: "实施方案", ways: ["competition"] }, { kind: "video", name: "录像", ways: [] }];
    expect(changesOf(base, wish)).toEqual([
      { what: "columnRenamed", name: "认定等级", before: "等级" },
      { what: "columnChanged", name: "姓名" },
      { what: "columnAdded", name: "派遣单位" },
      { what: "columnRemoved", name: "备注" },
      { what: "order", name: "" },
      { what: "evidenceChanged", name: "实施方案" },
      { what: "evidenceAdded", name: "录像" },
      { what: "evidenceRemoved", name: "成绩单" },
    ]);
  });

  test("is sent without blanks and empty options", () => {
    const wish = { ...wishFrom(base), source: " 文件 ", columns: [{ ...column("level", " 等级 "), options: ["三级", " ", ""] }] };
    expect(tidyWish(wish)).toMatchObject({ source: "文件", columns: [{ heading: "等级", options: ["三级"] }] });
  });

  test("offers the fields that it lacks", () => {
    expect(leftOut([named("name", true), named("agency", true)], base.columns).map(({ field }) => field)).toEqual(["agency"]);
    expect(columnFor(named("agency", true))).toMatchObject({ field: "agency", heading: "agency" });
  });

  test("moves columns within its bounds", () => {
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });

  test("gives new evidence a code of its own", () => {
    expect(freshKind([{ kind: "evidence1", name: "", ways: [] }])).toBe("evidence2");
  });
});
