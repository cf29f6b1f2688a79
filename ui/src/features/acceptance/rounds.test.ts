import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import type { Matter } from "./matter";
import { againIn, beforeOf, changedIn, isOld, markOf, sentBack, startFrom, toldBefore } from "./rounds";
import { emptySheet, findingOf, judge, toggleReason, type Reason, type Rules, type Sheet } from "./sheet";

const missing: Reason = { code: "missing", text: "材料缺失，请补交", wrong: "材料缺失", todo: "请补交", clause: "四(一)", supplementable: true };
const rules: Rules = { reasons: [missing], noticed: true, asked: [] };
const material = (number: number, more: Partial<Schemas["MaterialInfo"]> = {}) => ({ number, ...more }) as Schemas["MaterialInfo"];
const materials = [material(3, { carried: "plan" }), material(6)];

const told: Sheet = [1, 2, 4, 5, 7].reduce((sheet, number) => judge(sheet, number, "pass", rules), toggleReason(toggleReason(emptySheet, 3, missing, rules), 6, missing, rules));

const said = (seq: number, stage: string, verdict: string, sheet: unknown, round = 1, note = "") =>
  ({ seq, stage, verdict, round, at: `2026-03-0${seq}`, actor: { name: "李" }, content: { verdict, sheet, note } }) as unknown as Schemas["Statement"];
const application = { materials: { items: [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, documents: [], onlineCheck: false })) } };
const snapshot = (round: number) => ({ round, content: { application } }) as unknown as Schemas["Snapshot"];

describe("the review before this one", () => {
  it("is none at the first", () => {
    expect(beforeOf([], [snapshot(1)], 1)).toBeUndefined();
  });

  it("is the notice, with what the applicant answered to each of its defects", () => {
    const answers = [{ index: 1, text: "已补交", documents: ["d1"] }];
    const before = beforeOf([said(5, "supplement", "submit", { answers }), said(3, "acceptance", "return", told)], [snapshot(1), snapshot(2)], 2);
    expect(before).toMatchObject({ verdict: "return", from: 1, to: 2 });
    expect(before?.answers).toEqual([{ defect: expect.objectContaining({ matter: 6, reason: "missing" }), text: "已补交", documents: ["d1"] }]);
  });

  it("compares with what was seen then, not with the first application", () => {
    const before = beforeOf(
      [said(3, "acceptance", "return", told), said(5, "supplement", "submit", {}), said(7, "acceptance", "return", told, 2), said(9, "supplement", "submit", {}, 2)],
      [snapshot(1), snapshot(2), snapshot(3)],
      3,
    );
    expect(before).toMatchObject({ from: 2, to: 3 });
  });
});

describe("a notice that asks again", () => {
  const answers = [{ index: 1, text: "已补交", documents: ["d1"] }];
  const first = [said(1, "acceptance", "return", told), said(2, "supplement", "submit", { answers })];
  const second = toggleReason(emptySheet, 6, missing, rules);
  const again = { ...second, materials: [{ ...second.materials[0], defects: [{ reason: "missing", words: "补交件仍缺第三章" }] }], note: "电话已说明" };
  const proposed = said(3, "acceptance", "return", again, 2, "以往漏写\n电话已说明");
  const snapshots = [snapshot(1), snapshot(2)];

  it("lies beside what was told and what was answered", () => {
    const found = againIn([...first, proposed], snapshots);
    expect(found).toMatchObject({ toldAt: "2026-03-01", items: [{ told: { reason: "missing" }, answer: { text: "已补交", documents: ["d1"] }, defect: { matter: 6, words: "补交件仍缺第三章" } }] });
    expect(found?.items).toHaveLength(1);
  });

  it("is not the notice before, while nobody has agreed or where it was sent back", () => {
    const back = said(4, "acceptance", "sendBack", { words: "补交件第三章已有" }, 2);
    expect(beforeOf([...first, proposed], snapshots, 2)?.at).toBe("2026-03-01");
    expect(beforeOf([...first, proposed, back], snapshots, 3)?.at).toBe("2026-03-01");
    expect(beforeOf([...first, proposed, said(4, "acceptance", "agree", {}, 2)], snapshots, 3)?.at).toBe("2026-03-03");
    expect(beforeOf([...first, proposed, said(4, "acceptance", "reopen", {}, 2)], snapshots, 3)?.at).toBe("2026-03-01");
  });

  it("comes back whole to whoever wrote it, with the reason", () => {
    const back = said(4, "acceptance", "sendBack", { words: "补交件第三章已有" }, 2);
    expect(sentBack([...first, proposed, back], 3)).toEqual({ sheet: { ...emptySheet, ...again, again: "以往漏写" }, who: "李", at: "2026-03-04", words: "补交件第三章已有" });
    expect(sentBack([...first, proposed], 3)).toBeUndefined();
  });

  it("knows what was told of the same defect", () => {
    const before = beforeOf(first, snapshots, 2);
    expect(toldBefore(before, { matter: 6, reason: "missing" })).toMatchObject({ reason: "missing" });
    expect(toldBefore(before, { matter: 6, reason: "illegible" })).toBeUndefined();
    expect(toldBefore(before, { matter: 4, reason: "missing" })).toBeUndefined();
  });
});

describe("what the applicant changed", () => {
  const at = (pointer: string) => ({ section: pointer.split("/")[1] ?? "", pointer, kind: "changed" }) as Schemas["Difference"];

  it("touches exactly its material or section, and the material whose content the section is", () => {
    const changed = changedIn([at("/materials/items/5/documents/0"), at("/plan/document")], snapshot(1), snapshot(2), materials);
    expect([...changed.keys()]).toEqual([6, 3, "plan"]);
  });
});

describe("a review after a supplement", () => {
  const before = { sheet: told, at: "", verdict: "return", from: 1, to: 2, answers: [] };
  const changed = new Set<Matter>([6, "premises"]);
  const sheet = startFrom(before, changed, rules);

  it("keeps the passes of what did not change", () => {
    expect(findingOf(sheet, 1)).toBe("pass");
    expect(findingOf(sheet, "staff")).toBe("pass");
    expect(markOf(before, 1, changed)).toBe("kept");
  });

  it("asks anew for what changed and for what was told", () => {
    expect(findingOf(sheet, 6)).toBe("");
    expect(findingOf(sheet, "premises")).toBe("");
    expect(findingOf(sheet, 3)).toBe("");
    expect([markOf(before, 6, changed), markOf(before, 3, changed)]).toEqual(["changed", "answered"]);
  });

  it("calls a defect old that was told, or whose matter has not changed", () => {
    const defect = (matter: Matter, reason = "missing") => ({ matter, reason });
    expect(isOld(before, changed, defect(6))).toBe(true);
    expect(isOld(before, changed, defect(6, "illegible"))).toBe(false);
    expect(isOld(before, changed, defect(4))).toBe(true);
    expect(isOld(undefined, changed, defect(4))).toBe(false);
  });
});
