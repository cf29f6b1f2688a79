import { describe, expect, it } from "vitest";
import type { Sheet } from "./record";
import { documentsAt, emptySheet, findingOf, gapsOf, wholeSheet, withFinding, withoutPhoto, withPhoto } from "./sheet";

const none = () => 0;
const today = "2026-11-26";

/** full is a record that lacks nothing. */
function full() {
  let sheet: Sheet = { ...emptySheet(), visitedOn: today, experts: ["a"] };
  for (const number of [1, 2, 3, 4, 5]) sheet = withFinding(sheet, number, { finding: "met" });
  return sheet;
}

describe("the record of a site visit", () => {
  it("lacks nothing when all five conditions have a finding, a date and an expert", () => {
    expect(gapsOf(full(), 1, today, none)).toEqual([]);
  });

  it("wants words and a photo where a condition is not met, and words where it does not apply", () => {
    const sheet = withFinding(withFinding(full(), 3, { finding: "notMet" }), 4, { finding: "notApplicable" });
    expect(gapsOf(sheet, 1, today, none).map((gap) => [gap.number, gap.code])).toEqual([[3, "words"], [3, "photo"], [4, "words"]]);
  });

  it("counts a photo that is not sent yet", () => {
    const sheet = withFinding(full(), 3, { finding: "notMet", words: "缺监控" });
    expect(gapsOf(sheet, 1, today, (number) => (number === 3 ? 1 : 0))).toEqual([]);
  });

  it("lies not in the future, and has as many experts as the setting wants", () => {
    const sheet = { ...full(), visitedOn: "2026-11-27" };
    expect(gapsOf(sheet, 2, today, none).map((gap) => gap.code)).toEqual(["future", "experts"]);
    expect(gapsOf(emptySheet(), 0, today, none).map((gap) => gap.code)).toEqual(["visitedOn", "experts", "finding", "finding", "finding", "finding", "finding"]);
  });

  it("puts photos where they belong, once, and takes them out again", () => {
    let sheet = withPhoto(withPhoto(withPhoto(full(), 3, "p"), 3, "p"), 0, "q");
    sheet = withPhoto(sheet, "sheet", "s");
    expect([documentsAt(sheet, 3), documentsAt(sheet, 0), documentsAt(sheet, "sheet")]).toEqual([["p"], ["q"], ["s"]]);
    sheet = withoutPhoto(withoutPhoto(withoutPhoto(sheet, 3, "p"), 0, "q"), "sheet", "s");
    expect([documentsAt(sheet, 3), documentsAt(sheet, 0), documentsAt(sheet, "sheet")]).toEqual([[], [], []]);
  });

  it("is made whole from whatever was stored", () => {
    const sheet = wholeSheet({ findings: [{ number: 5, finding: "met", words: "", photos: [] }] });
    expect(sheet.findings.map((f) => f.number)).toEqual([1, 2, 3, 4, 5]);
    expect(findingOf(sheet, 5).finding).toBe("met");
    expect(sheet.experts).toEqual([]);
  });
});
