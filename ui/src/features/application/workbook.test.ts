import { expect, test } from "vitest";
import { blankRow } from "./staffRows";
import { faultsIn, kindsIn, sheetOfFaults, standsOf, type CellFault, type Checked } from "./workbook";

const fault = (change: Partial<CellFault> = {}): CellFault => ({ sheet: "专家", line: 4, column: "身份证号", value: "2101", message: "应为 18 位", tone: "error", ...change });
const checked: Checked = {
  general: [fault({ line: 0, column: "", value: "", message: "没有人员", tone: "warning" })],
  rows: [
    { row: { ...blankRow("expert"), name: "甲" }, sheet: "专家", line: 3, faults: [] },
    { row: { ...blankRow("expert"), name: "乙" }, sheet: "专家", line: 4, faults: [fault(), fault({ column: "姓名" })] },
    { row: { ...blankRow("assessor"), name: "丙" }, sheet: "考评人员", line: 3, faults: [fault({ tone: "warning" })] },
  ],
};

test("rows are counted by how they stand", () => {
  expect(standsOf(checked)).toEqual({ good: 1, warned: 1, wrong: 1 });
  expect(faultsIn(checked)).toHaveLength(4);
  expect(kindsIn(checked)).toEqual(["expert", "assessor"]);
});

test("the list of faults can be opened as a table, and holds no formula", () => {
  const text = sheetOfFaults([fault({ value: "=1+1", message: "第一行\n第二行" })], ["表", "行", "列", "值", "规则"]);
  expect(text).toBe("\uFEFF表\t行\t列\t值\t规则\r\n专家\t4\t身份证号\t'=1+1\t第一行 第二行\r\n");
});
