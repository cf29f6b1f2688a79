import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { covers, emptyPanel, lacksOf, lead, ordered, toggleMember, uncovered } from "./choice";

const expert = (id: string, more: Partial<Schemas["Expert"]> = {}): Schemas["Expert"] => ({ id, name: id, region: "210100", employer: "学院", title: "高级工程师", occupations: [], recent: 0, conflicts: [], ...more });
const limits = { least: 3, evenAllowed: false };
const chosen = (...ids: string[]) => ids.reduce(toggleMember, emptyPanel);

describe("a panel", () => {
  it("is led by whoever was chosen first until another is named", () => {
    expect(chosen("a", "b").leader).toBe("a");
    expect(toggleMember(lead(chosen("a", "b"), "b"), "a").leader).toBe("b");
    expect(toggleMember(chosen("a", "b"), "a").leader).toBe("b");
    expect(lead(emptyPanel, "c").members).toEqual(["c"]);
    expect(toggleMember(chosen("a"), "a").leader).toBe("");
  });

  it("has an odd number of experts, no fewer than policy says", () => {
    expect(lacksOf(chosen("a"), [], limits)).toEqual([{ kind: "few", missing: 2 }]);
    expect(lacksOf(chosen("a", "b", "c", "d"), [], limits)).toEqual([{ kind: "even" }]);
    expect(lacksOf(chosen("a", "b", "c", "d"), [], { ...limits, evenAllowed: true })).toEqual([]);
    expect(lacksOf(chosen("a", "b", "c"), [], limits)).toEqual([]);
  });

  it("has nobody who must stand aside", () => {
    const bound = expert("b", { name: "王某", conflicts: [{ code: "employer", message: "现任职于申请企业" }] });
    expect(lacksOf(chosen("a", "b", "c"), [expert("a"), bound], limits)).toEqual([{ kind: "conflict", name: "王某" }]);
  });

  it("has nobody whose namesake stands in the applicant's lists, unless somebody says what came of looking", () => {
    const namesake = expert("b", { name: "王某", conflicts: [{ code: "staff", message: "同名" }] });
    expect(lacksOf(chosen("a", "b", "c"), [namesake], limits)).toEqual([{ kind: "check", name: "王某" }]);
    expect(lacksOf({ ...chosen("a", "b", "c"), note: "已核实，不是同一人" }, [namesake], limits)).toEqual([]);
  });
});

describe("the candidates", () => {
  it("stand with the least called upon first and those who must stand aside last", () => {
    const list = [expert("busy", { recent: 5 }), expert("bound", { conflicts: [{ code: "employer", message: "" }] }), expert("free")];
    expect(ordered(list).map((one) => one.id)).toEqual(["free", "busy", "bound"]);
  });

  it("cover the occupations that they know", () => {
    const applied = [{ code: "6-18-02-04", name: "焊工" }, { code: "6-31-01-03", name: "电工" }];
    const welder = expert("a", { occupations: ["6-18-02-04"] });
    expect(covers(welder, applied)).toEqual(["焊工"]);
    expect(uncovered(chosen("a"), [welder], applied)).toEqual(["电工"]);
  });
});
