import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { compared, filesOf, typeOf } from "./files";

const document = (id: string, name = `${id}.pdf`, sha256 = `sha-${id}`) => ({ id, name, sha256 });

const frozen = {
  application: {
    materials: { items: [{ number: 6, documents: ["a"], onlineCheck: false }, { number: 1, onlineCheck: true }] },
    premises: { proofs: ["a", "b"], video: { documents: ["c"], description: "not-a-document" } },
  },
  documents: [document("a"), document("b"), document("c"), document("x")],
} as unknown as Schemas["FrozenContent"];

describe("the files of a matter", () => {
  it("are the material's own, then those that its sections name, each once", () => {
    expect(filesOf(frozen, 6).map((file) => [file.id, file.section])).toEqual([["a", undefined], ["b", "premises"], ["c", "premises"]]);
    expect(filesOf(frozen, "premises").map((file) => file.id)).toEqual(["a", "b", "c"]);
    expect(filesOf(frozen, 1)).toEqual([]);
  });
});

describe("files after a supplement", () => {
  it("are the same by their bytes, replaced in their place, or added", () => {
    const before = [document("a"), document("b", "场地证明.pdf"), document("c", "设备.pdf")];
    const now = [document("n", "场地证明.pdf", "new"), document("a2", "a.pdf", "sha-a"), document("m", "清单.pdf", "other"), document("k", "照片.jpg", "third")];
    expect(compared(now, before).map((file) => [file.id, file.since, file.before?.id])).toEqual([
      ["n", "replaced", "b"], ["a2", "same", undefined], ["m", "replaced", "c"], ["k", "added", undefined],
    ]);
  });
});

describe("a file that left the material", () => {
  it("is what the new one replaces, though a section still names it", () => {
    const now = [document("n", "证明.pdf", "new"), { ...document("a"), section: "premises" as const }];
    expect(compared(now, [document("a")]).map((file) => [file.since, file.before?.id])).toEqual([["replaced", "a"], ["same", undefined]]);
  });
});

describe("the type of a file", () => {
  it("is read from its name", () => {
    expect(typeOf("方案.DOCX")).toContain("wordprocessingml");
    expect(typeOf("无后缀")).toBe("application/octet-stream");
  });
});
