import { describe, expect, it } from "vitest";
import { emptyPlan, evidenceFor, evidenceKindAt, filesOfKind, inPlan, missingEvidence, tidyPlan, withFiles, withOccupation, withoutAssessor, type Plan } from "./plan";
import type { Offer } from "./queries";
import { submissionGaps } from "./submission";

const named = (...codes: string[]) => codes.map((code) => ({ code, name: code }));

const offer: Offer = {
  filingNo: "Y000021000001", validFrom: "2026-01-01", validThrough: "2028-12-31", assessors: 3, template: 1,
  occupations: [
    { code: "6-18-01-01", name: "turner", workType: "", levels: named("3", "2"), ways: named("examination", "review") },
    { code: "6-31-01-03", name: "electrician", workType: "line", levels: named("3"), ways: named("examination") },
  ],
  evidence: [
    { kind: "workPlan", name: "plan", ways: [] },
    { kind: "paper", name: "paper", ways: ["examination"] },
    { kind: "reviewRecord", name: "record", ways: ["review"] },
  ],
};

const plan: Plan = {
  occupation: "6-18-01-01", workType: "", level: "2", way: "review", place: "hall", from: "2026-11-10", to: "2026-11-12", note: "",
  assessors: [{ name: "A", card: "1", lead: true }, { name: "B", card: "2", lead: false }, { name: "C", card: "3", lead: false }],
  evidence: [{ kind: "workPlan", document: "a" }, { kind: "reviewRecord", document: "b" }, { kind: "workPlan", document: "c" }],
};

describe("a plan", () => {
  it("begins with as many assessors as are needed, the first the lead, and nothing chosen where there is a choice", () => {
    const begun = emptyPlan(offer);
    expect(begun.assessors.map((one) => one.lead)).toEqual([true, false, false]);
    expect([begun.occupation, begun.level, begun.way]).toEqual(["", "", ""]);
  });
  it("takes from the last batch what mostly stays, and never its days and evidence", () => {
    const begun = emptyPlan(offer, plan);
    expect(begun).toMatchObject({ occupation: "6-18-01-01", level: "2", way: "review", place: "hall", assessors: plan.assessors, evidence: [] });
    expect(begun.from).toBeUndefined();
  });
  it("forgets an occupation that is filed no more", () => {
    expect(emptyPlan(offer, { ...plan, occupation: "9-99-99-99" })).toMatchObject({ occupation: "", level: "", way: "", place: "hall" });
  });
  it("chooses what there is no choice about", () => {
    expect(withOccupation(plan, offer, "6-31-01-03/line")).toMatchObject({ occupation: "6-31-01-03", workType: "line", level: "3", way: "examination" });
    expect(withOccupation({ ...plan, level: "1" }, offer, "6-18-01-01/")).toMatchObject({ level: "", way: "review" });
    expect(withOccupation(plan, offer, "")).toMatchObject({ occupation: "", level: "", way: "" });
  });
  it("keeps one lead when the lead is taken out", () => {
    expect(withoutAssessor(plan.assessors, 0).map((one) => one.lead)).toEqual([true, false]);
    expect(withoutAssessor(plan.assessors, 1).map((one) => one.lead)).toEqual([true, false]);
  });
  it("is sent without empty lines and spaces, and without a day that is not known", () => {
    const sent = tidyPlan({ ...plan, place: " hall ", from: "", assessors: [...plan.assessors, { name: " ", card: "", lead: false }] });
    expect(sent.place).toBe("hall");
    expect("from" in sent).toBe(false);
    expect(sent.assessors).toHaveLength(3);
  });
});

describe("evidence", () => {
  it("is asked for by way", () => {
    expect(evidenceFor(offer, "review").map((need) => need.kind)).toEqual(["workPlan", "reviewRecord"]);
    expect(missingEvidence(offer, { way: "examination", evidence: plan.evidence }).map((need) => need.kind)).toEqual(["paper"]);
  });
  it("is set kind by kind", () => {
    const next = withFiles(plan, "workPlan", ["d"]);
    expect(filesOfKind(next, "workPlan")).toEqual(["d"]);
    expect(filesOfKind(next, "reviewRecord")).toEqual(["b"]);
  });
  it("is found again by the pointer of a problem", () => {
    expect(evidenceKindAt(plan, "/plan/evidence/1/document")).toBe("reviewRecord");
    expect(evidenceKindAt(plan, "/evidence/2/document")).toBe("workPlan");
    expect(evidenceKindAt(plan, "/evidence")).toBeUndefined();
    expect([inPlan("/plan/from"), inPlan("/from"), inPlan("/plan"), inPlan("/planned")]).toEqual(["/from", "/from", "", "/planned"]);
  });
});

describe("what stands against handing results in", () => {
  const batch = { rows: 50, wrong: 0, plan };
  it("is nothing when all is there and the evaluation is over", () => {
    expect(submissionGaps(batch, offer, "2026-11-12", true)).toEqual([]);
  });
  it("is all of it at once", () => {
    const gaps = submissionGaps({ rows: 0, wrong: 0, plan: { ...plan, way: "examination" } }, offer, "2026-11-11", false);
    expect(gaps.map((gap) => gap.code)).toEqual(["rows", "evidence", "notOver", "promise"]);
  });
  it("is every row that has to be mended", () => {
    expect(submissionGaps({ ...batch, wrong: 3 }, offer, "2026-11-30", true)).toEqual([{ code: "wrong", n: 3 }]);
  });
});
