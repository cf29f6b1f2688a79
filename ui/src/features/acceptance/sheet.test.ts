import { describe, expect, it } from "vitest";
import { gatesOf, outcomeOf } from "./gates";
import { allMatters, materialNumbers, materialOf, sectionsOf } from "./matter";
import { allDefects, defectsOf, emptySheet, findingOf, groundsOf, judge, nextUnreviewed, recordCheck, reasonsFor, sayDefect, toggleReason, unreviewed, wishOf, type Reason, type Rules, type Sheet } from "./sheet";

const missing: Reason = { code: "missing", text: "材料缺失，请补交", wrong: "材料缺失", todo: "请补交", clause: "四(一)", supplementable: true };
const incomplete: Reason = { code: "incomplete", text: "内容不完整，请补充", wrong: "内容不完整", todo: "请补充", clause: "四(一)", supplementable: true, needsWords: true };
const noVideo: Reason = { code: "videoMissing", text: "缺少视频监控设备证明，请补充", wrong: "缺少视频监控设备证明", todo: "请补充", clause: "一(三)", materials: [6], items: ["premises"], supplementable: true };
const noPerson: Reason = { code: "notLegalPerson", text: "不具有独立法人资格", wrong: "不具有独立法人资格", todo: "", clause: "一(一)", materials: [1], items: ["unit"], supplementable: false };
const failed: Reason = { code: "onlineCheckFailed", text: "网上核验未通过，请提交书面材料", wrong: "网上核验未通过", todo: "请提交书面材料", clause: "四(一)", materials: [1], supplementable: true };
const rules: Rules = { reasons: [missing, incomplete, noVideo, noPerson, failed], noticed: false, asked: [] };
const never = { told: () => undefined, late: () => false };

/** passing passes the materials of these numbers, one after the other. */
const passing = (...numbers: number[]) => numbers.reduce<Sheet>((sheet, number) => judge(sheet, number, "pass", rules), emptySheet);

describe("the matters", () => {
  it("give every section to exactly one material", () => {
    const sections = materialNumbers.flatMap((number) => sectionsOf(number));
    expect(new Set(sections).size).toBe(10);
    expect(sections).toHaveLength(10);
    expect(materialOf("rules")).toBe(7);
    expect(allMatters).toHaveLength(17);
  });
});

describe("a verdict on a material", () => {
  it("passes the sections that it carries and nobody has judged", () => {
    const sheet = judge(emptySheet, 7, "pass", rules);
    expect(["organisation", "staff", "rules"].map((section) => findingOf(sheet, section as "staff"))).toEqual(["pass", "pass", "pass"]);
    expect(findingOf(sheet, "plan")).toBe("");
  });

  it("leaves a section alone that has a defect of its own", () => {
    const sheet = judge(toggleReason(emptySheet, "staff", missing, rules), 7, "pass", rules);
    expect(findingOf(sheet, "staff")).toBe("supplement");
    expect(outcomeOf(sheet)).toBe("return");
  });

  it("of 合格 drops its defects, and of 不符 the reasons that can be mended", () => {
    const bad = toggleReason(emptySheet, 1, missing, rules);
    expect(findingOf(bad, 1)).toBe("supplement");
    expect(defectsOf(judge(bad, 1, "pass", rules), 1)).toEqual([]);
    expect(defectsOf(judge(bad, 1, "refuse", rules), 1)).toEqual([]);
    expect(defectsOf(judge(bad, 1, "refuse", { ...rules, noticed: true }), 1)).toHaveLength(1);
  });

  it("follows from the first reason that is picked, and stays when it is taken away again", () => {
    const picked = toggleReason(emptySheet, 1, noPerson, rules);
    expect(findingOf(picked, 1)).toBe("refuse");
    expect(findingOf(toggleReason(picked, 1, noPerson, rules), 1)).toBe("refuse");
    expect(findingOf(toggleReason(picked, 1, missing, rules), 1)).toBe("supplement");
  });
});

describe("the reasons of a matter", () => {
  it("are those of the catalogue that fit, its own first", () => {
    expect(reasonsFor(rules, 6, "supplement").map((reason) => reason.code)).toEqual(["videoMissing", "missing", "incomplete"]);
    expect(reasonsFor(rules, 1, "refuse").map((reason) => reason.code)).toEqual(["notLegalPerson"]);
    expect(reasonsFor(rules, "staff", "supplement").map((reason) => reason.code)).toEqual(["missing", "incomplete"]);
  });
});

describe("an online check", () => {
  const check = { material: 1, subject: "营业执照", source: "公示系统", result: "ok" as const, note: "", checkedAt: "2026-11-25T00:00:00Z" };

  it("that found everything stands for a pass", () => {
    expect(findingOf(recordCheck(emptySheet, check, rules), 1)).toBe("pass");
  });

  it("that failed asks for the paper", () => {
    const sheet = recordCheck(emptySheet, { ...check, result: "failed" }, rules);
    expect(defectsOf(sheet, 1).map((defect) => defect.reason)).toEqual(["onlineCheckFailed"]);
    const without = toggleReason(sheet, 1, failed, rules);
    expect(gatesOf(toggleReason(without, 1, missing, rules), "return", rules, never)).toContainEqual({ kind: "onlineUnasked", matter: 1 });
  });

  it("is not sent before it has a result", () => {
    expect(wishOf({ ...emptySheet, onlineChecks: [{ ...check, result: "" }] }, rules).onlineChecks).toEqual([]);
  });

  it("that was asked for and not made stands against accepting", () => {
    const asked = { ...rules, asked: [1] };
    expect(gatesOf(passing(...materialNumbers), "accept", asked, never)).toEqual([{ kind: "onlineOpen", matter: 1 }]);
    expect(gatesOf(recordCheck(passing(...materialNumbers), check, asked), "accept", asked, never)).toEqual([]);
  });
});

describe("the decision", () => {
  it("is to accept when everything passes", () => {
    const sheet = passing(...materialNumbers);
    expect(outcomeOf(sheet)).toBe("accept");
    expect(gatesOf(sheet, "accept", rules, never)).toEqual([]);
    expect(nextUnreviewed(sheet, 7)).toBeUndefined();
  });

  it("waits while anything is unreviewed, and names it", () => {
    const sheet = toggleReason(passing(1, 2, 3, 4, 5), 6, missing, rules);
    expect(outcomeOf(sheet)).toBe("return");
    expect(gatesOf(sheet, "return", rules, never).filter((gate) => gate.kind === "unreviewed").map((gate) => "matter" in gate && gate.matter)).toEqual([7]);
    expect(nextUnreviewed(sheet, 6)).toBe(7);
    expect(unreviewed(sheet)).toHaveLength(4);
  });

  it("names a section that stands open beside a judged material", () => {
    const sheet = judge(passing(...materialNumbers), "staff", "", rules);
    expect(gatesOf(sheet, "accept", rules, never)).toEqual([{ kind: "unreviewed", matter: "staff" }]);
  });

  it("wants words where the reason alone says too little", () => {
    const sheet = toggleReason(passing(1, 2, 3, 4, 5, 6), 7, incomplete, rules);
    expect(gatesOf(sheet, "return", rules, never)).toEqual([{ kind: "words", matter: 7, reason: "incomplete" }]);
    expect(gatesOf(sayDefect(sheet, 7, "incomplete", "缺第三页"), "return", rules, never)).toEqual([]);
  });

  it("wants a reason for telling late what could have been told before", () => {
    const sheet = toggleReason(passing(1, 2, 3, 4, 5, 6), 7, missing, rules);
    expect(gatesOf(sheet, "return", rules, { ...never, late: () => true })).toEqual([{ kind: "again" }]);
    expect(gatesOf({ ...sheet, again: "首次审查时文件无法打开" }, "return", rules, { ...never, late: () => true })).toEqual([]);
  });

  it("wants to know what is wanting still, of each defect that was told already", () => {
    const told = { ...never, told: () => ({ reason: "missing", words: "缺第三页" }) };
    const sheet = toggleReason(passing(1, 2, 3, 4, 5, 6), 7, missing, rules);
    expect(gatesOf(sheet, "return", rules, told)).toEqual([{ kind: "toldWords", matter: 7, reason: "missing" }]);
    expect(gatesOf(sayDefect(sheet, 7, "missing", "缺第三页 "), "return", rules, told)).toEqual([{ kind: "toldWords", matter: 7, reason: "missing" }]);
    expect(gatesOf(sayDefect(sheet, 7, "missing", "补交的第三页没有盖章"), "return", rules, told)).toEqual([]);
  });

  it("is a refusal with its grounds when something cannot be mended, whatever else is unreviewed", () => {
    const sheet = toggleReason(emptySheet, 1, noPerson, rules);
    expect(outcomeOf(sheet)).toBe("refuse");
    expect(gatesOf(sheet, "refuse", rules, never)).toEqual([]);
    expect(groundsOf(sheet, rules)).toEqual([{ clause: "一(一)", reason: "notLegalPerson", words: "" }]);
    expect(gatesOf(judge(emptySheet, 2, "refuse", rules), "refuse", rules, never)).toEqual([{ kind: "noReason", matter: 2 }]);
  });

  it("lists the defects as the letter prints them: materials before sections", () => {
    const sheet = toggleReason(toggleReason(toggleReason(emptySheet, "premises", noVideo, rules), 7, missing, rules), 2, missing, rules);
    expect(allDefects(sheet).map((defect) => defect.matter)).toEqual([2, 7, "premises"]);
  });
});
