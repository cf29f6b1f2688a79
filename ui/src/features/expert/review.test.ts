import { describe, expect, test } from "vitest";
import { emptyDraft, fitted, itemsOf, keyOf, lacksOf, nextOpen, progressOf, type Sheet } from "./review";

const rows = [{ code: "6-31-01-03", workType: "" }, { code: "6-18-02-04", workType: "钢筋工" }];

/** full is a review that lacks nothing. */
function full(): Sheet {
  const { sheet } = emptyDraft(rows);
  return {
    ...sheet, favourable: true,
    materials: sheet.materials.map((m) => ({ ...m, opinion: "good" as const })),
    occupations: sheet.occupations.map((o) => ({ ...o, ability: 88, conditions: 90, opinion: "满足" })),
  };
}

describe("an expert's review", () => {
  test("asks for the seven materials, each occupation, and the whole", () => {
    expect(itemsOf(emptyDraft(rows).sheet).map(keyOf)).toEqual(["m1", "m2", "m3", "m4", "m5", "m6", "m7", "o0", "o1", "overall"]);
    expect(progressOf(emptyDraft(rows).sheet)).toEqual({ done: 0, all: 10 });
    expect(progressOf(full())).toEqual({ done: 10, all: 10 });
  });

  test("wants words where a material is not simply good", () => {
    const sheet = full();
    sheet.materials[2] = { number: 3, opinion: "doubtful", words: " " };
    expect(lacksOf(sheet, { kind: "material", number: 3 })).toEqual(["words"]);
  });

  test("wants marks from 1 to 100 and words for each occupation", () => {
    const sheet = full();
    sheet.occupations[1] = { ...rows[1]!, ability: 101, conditions: 1, opinion: "" };
    expect(lacksOf(sheet, { kind: "occupation", index: 1 })).toEqual(["marks", "assessment"]);
    sheet.occupations[1] = { ...rows[1]!, ability: 100, conditions: 1, opinion: "可" };
    expect(lacksOf(sheet, { kind: "occupation", index: 1 })).toEqual([]);
  });

  test("wants reasons only for an unfavourable opinion", () => {
    expect(lacksOf({ ...full(), favourable: null }, { kind: "overall" })).toEqual(["overall"]);
    expect(lacksOf({ ...full(), favourable: false }, { kind: "overall" })).toEqual(["reasons"]);
    expect(lacksOf({ ...full(), favourable: false, reasons: "设备不足" }, { kind: "overall" })).toEqual([]);
  });

  test("leads on to what is still open, round to the beginning, and nowhere when all is said", () => {
    const sheet = full();
    sheet.materials[0] = { number: 1, opinion: "", words: "" };
    sheet.materials[4] = { number: 5, opinion: "poor", words: "" };
    expect(nextOpen(sheet, { kind: "material", number: 1 })).toEqual({ kind: "material", number: 5 });
    expect(nextOpen(sheet, { kind: "overall" })).toEqual({ kind: "material", number: 1 });
    expect(nextOpen(full(), { kind: "overall" })).toBeUndefined();
  });

  test("keeps what was said of an occupation when others come or go", () => {
    const draft = { ...emptyDraft(rows), sheet: full() };
    const later = fitted(draft, [rows[1]!, { code: "6-31-01-01", workType: "" }]);
    expect(later.sheet.occupations.map((o) => [o.code, o.ability])).toEqual([["6-18-02-04", 88], ["6-31-01-01", 0]]);
  });
});
