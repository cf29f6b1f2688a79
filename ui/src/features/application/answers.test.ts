import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { answersOf, changed, idsIn, mendedAt, answered, withAnswer, type Now } from "./answers";
import { placesOfNotice, placesOfPoints } from "./asked";
import type { Content } from "./section";

const file = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const reference = {
  materials: [{ number: 1, name: "营业执照", article: "四(一)1", online: true }, { number: 6, name: "资产证明", article: "四(一)6", online: false }],
  conditions: [{ number: 3, name: "机构、人员、场地与设备", article: "一(三)", words: "" }],
  sections: [{ code: "unit", name: "单位基本情况" }],
  reasons: [{ code: "illegible", text: "图像不清晰", wrong: "图像不清晰", todo: "", clause: "四(一)", supplementable: true }, { code: "premisesUnproven", text: "证明不足", wrong: "证明不足", todo: "", clause: "四(一)6", supplementable: true }],
} as unknown as Schemas["FilingReference"];
const content = (change: Partial<Content> = {}): Content =>
  ({
    unit: { name: "沈阳示例", nature: "" }, premises: { sites: [], proofs: [file(6)] },
    materials: { items: [{ number: 1, documents: [file(1)], onlineCheck: false }, { number: 6, documents: [file(6)], onlineCheck: false }] },
    ...change,
  }) as unknown as Content;
const before = { application: { ...content(), premises: { proofs: [file(6)] } }, staff: [], documents: [] } as unknown as Schemas["FrozenContent"];
const now = (change: Partial<Content> = {}): Now => ({ content: content(change), staff: undefined });
const defects: Schemas["Defect"][] = [
  { material: 6, reason: "premisesUnproven", words: "缺少二号车间的租赁合同" },
  { item: "unit", reason: "illegible", pointer: "/unit/nature" },
  { material: 6, reason: "illegible" },
];

describe("a notice", () => {
  const places = placesOfNotice(defects, reference);

  test("is gathered by what it concerns, each entry under its own index", () => {
    expect(places.map((p) => [p.title, p.asked.map((a) => a.index)])).toEqual([["资产证明", [0, 2]], ["单位基本情况", [1]]]);
    expect(places[0]?.asked[0]).toMatchObject({ clause: "四(一)6", reason: "证明不足", words: "缺少二号车间的租赁合同" });
    expect(places[1]).toMatchObject({ item: "unit", pointers: ["/unit/nature"] });
    expect(places[0]?.sections).toContain("premises");
  });

  test("is answered by a new file of the material, for every entry about it", () => {
    const [material] = places;
    if (!material) throw new Error("no place");
    const same = mendedAt(material, now(), before);
    expect(same).toEqual({ files: [], sections: [], pointers: [] });
    const fresh = mendedAt(material, now({ materials: { items: [{ number: 6, documents: [file(9)], onlineCheck: false }] } }), before);
    expect(fresh.files).toEqual([file(9)]);
    expect(material.asked.every((asked) => answered(asked, material, [], fresh))).toBe(true);
    expect(answersOf([material], [], () => fresh, () => "").map((a) => [a.index, a.documents])).toEqual([[0, [file(9)]], [2, [file(9)]]]);
  });

  test("is answered by changing what it names; the change is worded where nothing was written", () => {
    const [, unit] = places;
    if (!unit) throw new Error("no place");
    const done = mendedAt(unit, now({ unit: { name: "沈阳示例", nature: "有限责任公司" } as Content["unit"] }), before);
    expect(done.sections).toEqual(["unit"]);
    const answers = answersOf(places, [{ index: 0, text: " 见附件 ", documents: [file(7)] }], (place) => (place === unit ? done : { files: [], sections: [], pointers: [] }), (sections) => `已更正 ${sections.join()}`);
    expect(answers).toEqual([{ index: 0, text: "见附件", documents: [file(7)] }, { index: 1, text: "已更正 unit", documents: [] }, { index: 2, text: "", documents: [] }]);
  });
});

test("of several entries at one place, a change answers the one that names the field, and no other", () => {
  const two = placesOfNotice([{ item: "unit", reason: "illegible", pointer: "/unit/nature" }, { item: "unit", reason: "other", words: "地址" }], reference);
  const [place] = two;
  if (!place) throw new Error("no place");
  const done = mendedAt(place, now({ unit: { name: "沈阳示例", nature: "有限责任公司" } as Content["unit"] }), before);
  expect(place.asked.map((asked) => answered(asked, place, [], done))).toEqual([true, false]);
  expect(answersOf(two, [], () => done, () => "已更正").map((a) => a.text)).toEqual(["已更正", ""]);
});

test("what is blank and what is left out are the same", () => {
  expect(changed("premises", now(), before)).toBe(false);
  expect(changed("unit", now({ unit: { name: "沈阳示例" } as Content["unit"] }), before)).toBe(false);
});

test("the staff lists are compared without their numbers", () => {
  const row = { kind: "expert" as const, name: "王建国", title: "工程师", employment: "own" as const };
  const frozen = { ...before, staff: [{ ...row, position: "", occupation: "", level: "", cardNo: "", idDigest: "ab" }] } as Schemas["FrozenContent"];
  expect(changed("staff", { content: content(), staff: [{ ...row, idNumber: "1101**********002X" }] }, frozen)).toBe(false);
  expect(changed("staff", { content: content(), staff: [{ ...row, title: "高级工程师" }] }, frozen)).toBe(true);
  expect(changed("staff", { content: content(), staff: undefined }, frozen)).toBe(false);
});

test("points to mend are gathered by their condition", () => {
  const [place] = placesOfPoints([{ condition: 3, text: "补充督导人员" }, { condition: 3, text: "更换摄像头" }], reference);
  expect(place).toMatchObject({ title: "机构、人员、场地与设备", sections: ["organisation", "staff", "plan", "rules", "premises", "conditions"] });
  expect(place?.asked.map((a) => a.words)).toEqual(["补充督导人员", "更换摄像头"]);
});

test("documents are found wherever they are named", () => {
  expect(idsIn({ a: [file(1), { b: file(2) }], c: file(1), d: "6-31-01-03", e: 3, f: null })).toEqual([file(1), file(2)]);
});

test("an answer takes its place among the others", () => {
  expect(withAnswer([{ index: 2, text: "二", documents: [] }], 0, { text: "零" })).toEqual([{ index: 0, text: "零", documents: [] }, { index: 2, text: "二", documents: [] }]);
});
