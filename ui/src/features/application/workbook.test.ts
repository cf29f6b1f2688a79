import { expect, test } from "vitest";
import { blankRow } from "./staffRows";
import { faultsIn, kindsIn, placeOf, sheetOfFaults, type Checked } from "./workbook";

const problem = { column: "C", field: "idNumber", name: "身份证号", value: "2101", code: "length", message: "应为 18 位" };
const checked: Checked = {
  right: 1,
  wrong: 1,
  rows: [
    { line: 2, content: { ...blankRow("expert"), name: "甲" }, problems: [] },
    { line: 3, content: { ...blankRow("assessor"), name: "乙" }, problems: [problem, { ...problem, column: "", field: "name", name: "姓名", value: "" }] },
  ],
};

test("faults name the cell as the reader finds it", () => {
  expect(faultsIn(checked).map(placeOf)).toEqual(["C3", "3"]);
  expect(kindsIn(checked)).toEqual(["expert", "assessor"]);
});

test("the list of faults can be opened as a table, and holds no formula", () => {
  const text = sheetOfFaults([{ ...problem, line: 4, value: "=1+1", message: "第一行\n第二行" }], ["行", "列", "项目", "值", "问题"]);
  expect(text).toBe("\uFEFF行\t列\t项目\t值\t问题\r\n4\tC\t身份证号\t'=1+1\t第一行 第二行\r\n");
});
