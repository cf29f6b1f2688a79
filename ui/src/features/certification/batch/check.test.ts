import { describe, expect, it } from "vitest";
import { cellOf, findingsIn, leftOut, whyNotConfirm, type Checked, type Finding } from "./check";
import { nameIn } from "./download";

const found = (field: string, level: "warn" | "wrong", column = "C"): Finding => ({ field, name: field, column, code: "x", level, value: "", message: `${field} is ${level}`, remedy: "mend" });
const checked = (part: Partial<Checked>): Checked => ({ rows: 50, good: 50, warned: 0, wrong: 0, photos: 50, mayConfirm: true, shown: [], ...part });

describe("a checked workbook", () => {
  it("lists what has to be mended before what is only to be noted", () => {
    const all = findingsIn(checked({ shown: [
      { line: 2, name: "A", idMasked: "", level: "warn", findings: [found("name", "warn", "A")] },
      { line: 3, name: "B", idMasked: "", level: "wrong", findings: [found("theory", "warn", "M"), found("idNumber", "wrong")] },
    ] }));
    expect(all.map((one) => `${cellOf(one)} ${one.person}`)).toEqual(["C3 B", "A2 A", "M3 B"]);
  });
  it("names no cell for what is about the whole workbook", () => {
    expect(cellOf({ line: 0 })).toBeUndefined();
    expect(cellOf({ line: 12 })).toBe("12");
  });
  it("can be stored when nothing is wrong", () => {
    expect(whyNotConfirm(checked({ warned: 4 }))).toEqual([]);
  });
  it("says all that stands against storing it", () => {
    const shown: Checked["shown"] = [{ line: 0, name: "", idMasked: "", level: "wrong", findings: [found("photo", "wrong")] }];
    expect(whyNotConfirm(checked({ mayConfirm: false, wrong: 3, shown }))).toEqual([{ code: "rows", n: 3 }, { code: "whole", message: "photo is wrong" }]);
    expect(whyNotConfirm(checked({ mayConfirm: false, rows: 0 }))).toEqual([{ code: "none" }]);
  });
  it("tells how many rows only the marked workbook has", () => {
    const shown: Checked["shown"] = [{ line: 0, name: "", idMasked: "", level: "wrong", findings: [] }, { line: 5, name: "", idMasked: "", level: "wrong", findings: [] }];
    expect(leftOut(checked({ wrong: 600, warned: 3, shown }))).toBe(602);
  });
  it("comes back under the name that the server gives it", () => {
    expect(nameIn("attachment; filename=\"a.xlsx\"; filename*=UTF-8''%E7%BB%93%E6%9E%9C.xlsx")).toBe(decodeURIComponent("%E7%BB%93%E6%9E%9C.xlsx"));
    expect(nameIn('attachment; filename="a.xlsx"')).toBe("a.xlsx");
    expect(nameIn(null)).toBeUndefined();
  });
});
