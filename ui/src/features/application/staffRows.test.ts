import { describe, expect, test } from "vitest";
import { idProblem, tidyId } from "./residentId";
import { blankRow, countsOf, faultsOf, joined, tidyRow, type StaffRow } from "./staffRows";

const today = "2026-11-25";
const good = "11010519491231002X";
const row = (change: Partial<StaffRow>): StaffRow => ({ ...blankRow("expert"), name: "王建国", idNumber: good, ...change });
const codes = (r: StaffRow, others: StaffRow[] = [], before?: StaffRow) => faultsOf(r, others, today, before).map((f) => `${f.field} ${f.code}`);

describe("an ID number", () => {
  test("of the standard's own example is right, however it is typed", () => {
    expect(idProblem(tidyId(" 110105 19491231 002x "), today)).toBeUndefined();
  });

  test.each([
    ["1101051949123100", "length"],
    ["11010519491231002Y", "character"],
    ["110105194912310O2X", "character"],
    ["11010519490231002X", "birth_date"],
    ["110105194912310021", "check_digit"],
  ])("such as %s is wrong: %s", (number, code) => {
    expect(idProblem(number, today)).toBe(code);
  });

  test("of somebody under 16 on that day is refused", () => {
    const body = "21010220101126001";
    const check = [..."0123456789X"].find((c) => idProblem(body + c, "2027-01-01") === undefined) ?? "";
    expect(idProblem(body + check, "2026-11-25")).toBe("age");
    expect(idProblem(body + check, "2026-11-26")).toBeUndefined();
  });
});

describe("a row", () => {
  test("needs name, number and employment", () => {
    expect(codes({ ...blankRow("expert"), employment: undefined })).toEqual(["name blank", "employment blank", "idNumber blank"]);
    expect(codes(row({}))).toEqual([]);
  });

  test("keeps a masked number only with the list and name that it had", () => {
    const stored = row({ idNumber: "1101**********002X" });
    expect(codes({ ...stored, title: "高级工程师" }, [], stored)).toEqual([]);
    expect(codes({ ...stored, name: "王建军" }, [], stored)).toEqual(["idNumber again"]);
    expect(codes({ ...stored, kind: "assessor" }, [], stored)).toEqual(["idNumber again"]);
  });

  test("stands once in a list, and under one name in all", () => {
    expect(codes(row({}), [row({})])).toEqual(["idNumber double"]);
    expect(codes(row({}), [row({ kind: "assessor", name: "王建军" })])).toEqual(["name name_differs"]);
  });

  test("has a card that is still in force", () => {
    expect(codes(row({ validThrough: "2026-11-24" }))).toEqual(["validThrough expired"]);
    expect(codes(row({ validThrough: today }))).toEqual([]);
  });

  test("is sent without blanks and without an empty date", () => {
    expect(tidyRow(row({ name: " 王建国 ", validThrough: "", position: undefined }))).toMatchObject({ name: "王建国", position: "" });
    expect(tidyRow(row({ validThrough: "" }))).not.toHaveProperty("validThrough");
  });
});

describe("a workbook", () => {
  const own = [row({ kind: "fullTime", name: "甲" }), row({ kind: "expert", name: "乙" })];
  const book = [row({ kind: "expert", name: "丙" }), row({ kind: "assessor", name: "丁" })];

  test("replaces the lists that it holds and leaves the others", () => {
    expect(joined(own, book, "replace").map((r) => r.name)).toEqual(["甲", "丙", "丁"]);
  });

  test("or is added to them", () => {
    const all = joined(own, book, "append");
    expect(all.map((r) => r.name)).toEqual(["甲", "乙", "丙", "丁"]);
    expect(countsOf(all)).toEqual({ fullTime: 1, expert: 2, assessor: 1, qualitySupervisor: 0 });
  });
});
