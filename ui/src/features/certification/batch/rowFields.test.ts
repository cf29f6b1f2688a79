import { describe, expect, it } from "vitest";
import { fieldsShown, mayEdit, scoresIn, standOf, untouched, type Content } from "./rowFields";
import type { Result } from "./queries";

const content: Content = {
  name: "A", idKind: "resident", idNumber: "2101**********1234", employer: "E", employment: "own", occupation: "turner", workType: "", level: "3",
  agency: "", agencyFrom: "", agencyThrough: "", condition: "x", theory: "80", practice: "75.5", review: "", process: "", performance: "", ethics: "",
  projects: "", problems: "", innovation: "", teaching: "", competition: "", rank: "", photo: "a.jpg", note: "",
};
const examination = { way: "examination", level: "3" };
const finding = (field: string, level: "warn" | "wrong"): Result["findings"][number] => ({ field, name: field, code: "c", level, value: "", message: "m", remedy: "r" });
const change = { field: "theory", name: "theory", before: "1", after: "2" };

describe("the form of a row", () => {
  it("shows the marks of the way and no others", () => {
    expect(fieldsShown("scores", examination, content, [])).toEqual(["theory", "practice"]);
    expect(fieldsShown("scores", { way: "review", level: "2" }, { ...content, theory: "", practice: "" }, [])).toEqual(["review"]);
    expect(fieldsShown("competition", examination, content, [])).toEqual([]);
  });
  it("shows what should be empty and is not, or was found wrong, so that it can be mended", () => {
    expect(fieldsShown("scores", examination, { ...content, review: "90" }, [])).toEqual(["theory", "practice", "review"]);
    expect(fieldsShown("competition", examination, content, [finding("rank", "wrong")])).toEqual(["rank"]);
  });
  it("asks technicians for four parts more, and dispatched people for their agency", () => {
    expect(fieldsShown("grades", { way: "review", level: "2" }, content, [])).toHaveLength(6);
    expect(fieldsShown("grades", examination, content, [])).toEqual(["performance", "ethics"]);
    expect(fieldsShown("post", examination, { ...content, employment: "dispatched" }, [])).toContain("agencyThrough");
    expect(fieldsShown("post", examination, content, [])).toEqual(["employer", "employment"]);
  });
  it("names the marks that are there", () => {
    expect(scoresIn(content)).toEqual([{ field: "theory", value: "80" }, { field: "practice", value: "75.5" }]);
  });
});

describe("a row", () => {
  it("stands by the check before the audit", () => {
    expect(standOf({ findings: [], verdict: "", changes: [] })).toBe("good");
    expect(standOf({ findings: [finding("name", "warn")], verdict: "", changes: [] })).toBe("warn");
    expect(standOf({ findings: [finding("name", "warn"), finding("idNumber", "wrong")], verdict: "", changes: [] })).toBe("wrong");
  });
  it("stands by its verdict afterwards, and anew once it is mended", () => {
    expect(standOf({ findings: [finding("name", "warn")], verdict: "pass", changes: [] })).toBe("pass");
    expect(standOf({ findings: [], verdict: "return", changes: [] })).toBe("return");
    expect(standOf({ findings: [], verdict: "return", changes: [change] })).toBe("good");
  });
  it("may be changed in a draft, and later only where it was returned", () => {
    expect(mayEdit({ state: "draft" }, { verdict: "" })).toBe(true);
    expect(mayEdit({ state: "correction" }, { verdict: "return" })).toBe(true);
    expect(mayEdit({ state: "correction" }, { verdict: "pass" })).toBe(false);
    expect(mayEdit({ state: "audit" }, { verdict: "" })).toBe(false);
  });
  it("that was returned is untouched until something in it changes", () => {
    expect(untouched([{ no: 4, changes: [] }, { no: 7, changes: [change] }])).toEqual([4]);
  });
});
