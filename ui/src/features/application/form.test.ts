import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { compare } from "./compare";
import { competentIn } from "./competent";
import { allConditions } from "./conditions";
import { dayBefore, deskOf, tagOf } from "./desk";
import { pastedEquipment } from "./equipment";
import { digitsOf } from "./fields";
import { inWords } from "./FundingSection";
import { wordOf } from "./labels";
import { mendable, mendableAfterNotice, mendableAfterVisit } from "./mendable";
import { planRows, strays, withoutStrays, withPeople } from "./planNumbers";
import { linesOf, nextOf, readyToCheck } from "./progress";
import { gapsOf, sectionCodes } from "./section";
import { withCount } from "./SkilledCounts";
import { stampOf } from "./stamp";

const progress = (states: Partial<Record<string, Schemas["SectionProgress"]["state"]>>) =>
  sectionCodes.map((section) => ({ section, name: section, state: states[section] ?? ("complete" as const), gaps: 0 }));

describe("the task list", () => {
  it("lets the promise wait until everything else is complete", () => {
    const lines = linesOf(progress({ unit: "inProgress", promise: "notStarted" }));
    expect(lines.at(-1)).toMatchObject({ section: "promise", state: "blocked" });
    expect(readyToCheck(lines)).toBe(false);
    expect(linesOf(progress({ promise: "notStarted" })).at(-1)?.state).toBe("notStarted");
  });

  it("goes on with the next open section, and from the top after the last", () => {
    const lines = linesOf(progress({ unit: "notStarted", plan: "problem", promise: "notStarted" }));
    expect(nextOf(lines)).toBe("unit");
    expect(nextOf(lines, "unit")).toBe("plan");
    expect(nextOf(lines, "plan")).toBe("unit");
    expect(nextOf(linesOf(progress({ promise: "notStarted" })))).toBeUndefined();
  });
});

describe("gaps", () => {
  const problems = [
    { pointer: "/unit/name", code: "required", message: "请填写" },
    { pointer: "/unit/contact/phone", code: "format", message: "格式不对" },
    { pointer: "/unitary", code: "required", message: "别的部分" },
  ];
  it("marks blank fields only once asked for", () => {
    expect(gapsOf("unit", problems, false).at("/unit/name")).toBeUndefined();
    expect(gapsOf("unit", problems, false).at("/unit/contact/phone")).toBe("格式不对");
    expect(gapsOf("unit", problems, true).all).toHaveLength(2);
    expect(gapsOf("unit", problems, true).under("/unit/contact")).toHaveLength(1);
  });
});

describe("the stamp of a section", () => {
  it("does not see what is left out, empty or in another order", () => {
    expect(stampOf({ a: "x", b: "", c: [], d: 0 })).toBe(stampOf({ d: null, a: "x" }));
    expect(stampOf({ a: "x" })).not.toBe(stampOf({ a: "y" }));
    expect(stampOf({ rows: [{ a: 1 }, {}] })).not.toBe(stampOf({ rows: [{}, { a: 1 }] }));
  });
  it("does not see the order of the staff lists", () => {
    expect(stampOf([{ name: "甲" }, { name: "乙" }])).toBe(stampOf([{ name: "乙" }, { name: "甲" }]));
  });
  it("sees an ID number as the server gives it back", () => {
    expect(stampOf([{ idNumber: "11010519491231002x" }])).toBe(stampOf([{ idNumber: "1101**********002X" }]));
    expect(stampOf([{ idNumber: "11010519491231002X" }])).not.toBe(stampOf([{ idNumber: "2101**********002X" }]));
  });
});

describe("planned numbers", () => {
  const rows = planRows([{ code: "6-31-01-03", name: "电工", workType: "", levels: [{ code: "4", subLevels: [] }, { code: "5", subLevels: [] }] }] as never);
  it("keeps an entry only for what has people", () => {
    const row = rows[0]!;
    const one = withPeople([], row, "4", 20);
    expect(one).toEqual([{ code: "6-31-01-03", workType: "", level: "4", people: 20 }]);
    expect(withPeople(one, row, "4", 30)[0]?.people).toBe(30);
    expect(withPeople(one, row, "4", 0)).toEqual([]);
  });
  it("finds what is no longer applied for", () => {
    const numbers = [{ code: "6-31-01-03", workType: "", level: "4", people: 1 }, { code: "6-31-01-03", workType: "", level: "1", people: 2 }];
    expect(strays(numbers, rows)).toEqual([numbers[1]]);
    expect(withoutStrays(numbers, rows)).toEqual([numbers[0]]);
  });
});

describe("small readers", () => {
  it("reads whole numbers in any width", () => {
    expect(digitsOf("１，200 人")).toBe(1200);
    expect(digitsOf("")).toBe(0);
  });
  it("says a sum in ten thousands", () => {
    expect(inWords(600000, "元", "万元")).toBe("元（60 万元）");
    expect(inWords(9000, "元", "万元")).toBe("元");
  });
  it("names a field by its pointer", () => {
    expect(wordOf("/premises/sites/0/address")).toBe("premises.sites.address");
  });
  it("orders levels and drops a level without people", () => {
    const levels = ["5", "4", "3"];
    const two = withCount(withCount([], "3", 2, levels), "5", 9, levels);
    expect(two.map((entry) => entry.level)).toEqual(["5", "3"]);
    expect(withCount(two, "5", 0, levels)).toEqual([{ level: "3", count: 2 }]);
  });
  it("gives all five conditions and keeps what was entered", () => {
    const all = allConditions([{ number: 3, statement: "有", documents: [] }]);
    expect(all.map((item) => item.number)).toEqual([1, 2, 3, 4, 5]);
    expect(all[2]?.statement).toBe("有");
  });
  it("reads pasted rows and leaves a single cell alone", () => {
    const known = [{ code: "6-31-01-03", name: "电工" }];
    expect(pastedEquipment("名称\t型号\t数量\t职业\n实训台\tDG-30\t３０台\t电工\n焊机\t\t5\t\n", known)).toEqual([
      { name: "实训台", model: "DG-30", quantity: 30, occupation: "6-31-01-03" },
      { name: "焊机", model: "", quantity: 5, occupation: "" },
    ]);
    expect(pastedEquipment("实训台", known)).toEqual([]);
  });
  it("counts days back over the end of a year", () => {
    expect(dayBefore("2029-11-24", 90)).toBe("2029-08-26");
    expect(dayBefore("2028-03-01", 1)).toBe("2028-02-29");
  });
  it("compares two contents field by field", () => {
    expect(compare("/unit", { name: "甲", contact: { phone: "" }, skilled: [{ level: "5", count: 1 }] }, { name: "乙", contact: {}, skilled: [{ level: "5", count: 2 }] })).toEqual([
      { pointer: "/unit/name", theirs: "甲", mine: "乙" },
      { pointer: "/unit/skilled/0/count", theirs: 1, mine: 2 },
    ]);
  });
});

describe("what may be mended", () => {
  it("follows the defects of a notice", () => {
    expect(mendableAfterNotice([{ material: 4 }])).toEqual(["rules", "materials", "promise"]);
    expect(mendableAfterNotice([{ item: "occupations" }])).toEqual(["occupations", "plan", "materials", "promise"]);
    const view = { task: { stage: "supplement" }, facts: { defects: [{ item: "funding" }], fallen: ["staff"] } } as unknown as Schemas["TaskView"];
    expect(mendable(view)).toEqual(["staff", "funding", "materials", "promise"]);
    expect(mendableAfterNotice([{ material: 2 }])).toHaveLength(sectionCodes.length);
  });
  it("follows the points of a visit, and never opens enterprise or occupations", () => {
    expect(mendableAfterVisit([{ condition: 4 }])).toEqual(["conditions", "funding", "materials", "promise"]);
    expect(mendableAfterVisit([1, 2, 3, 4, 5].map((condition) => ({ condition })))).not.toContain("occupations");
  });
});

describe("the desk", () => {
  const one = (part: object) => ({ caseNo: "1", enterpriseId: "e", stage: "acceptance", openTasks: [], next: [], ...part }) as unknown as Schemas["Case"];
  it("puts what waits for the enterprise first, the soonest due at the top", () => {
    const task = (date: string) => ({ role: "clerk", state: "open", body: "e", deadline: { date } });
    const desk = deskOf([
      one({ caseNo: "a", openTasks: [task("2026-12-10")] }),
      one({ caseNo: "b", openTasks: [task("2026-12-01")] }),
      one({ caseNo: "c", openTasks: [{ role: "handler", state: "open", body: "bureau" }] }),
      one({ caseNo: "d", closedAt: "2026-11-01T00:00:00Z", outcome: "refused" }),
      one({ caseNo: "e", filing: { filingNo: "Y000021000001" } }),
    ]);
    expect(desk.mine.map((c) => c.caseNo)).toEqual(["b", "a"]);
    expect(desk.underway.map((c) => c.caseNo)).toEqual(["c"]);
    expect(desk.ended.map((c) => c.caseNo)).toEqual(["d"]);
    expect(desk.filed.map((c) => c.caseNo)).toEqual(["e"]);
  });
  it("tags a stage by who is at work", () => {
    expect(tagOf(one({ stage: "supplement" }))).toBe("supplement");
    expect(tagOf(one({ stage: "siteVisit" }))).toBe("expert");
    expect(tagOf(one({ closedAt: "2026-11-01T00:00:00Z" }))).toBe("refused");
  });
  it("names the authority where the bureau has delegated", () => {
    const regions = { provincial: [], items: [{ code: "210200", name: "大连市", delegated: true, bodies: [{ id: "b", kind: "bureau", name: "局", region: "210200", duties: ["submission"] }, { id: "a", kind: "authority", name: "中心", region: "210200", duties: ["verification"] }] }] } as never;
    expect(competentIn(regions, "210200")?.name).toBe("中心");
    expect(competentIn(regions, "999999")).toBeUndefined();
  });
});
