import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { filesOf, materialFiles, placesIn } from "./materials";

const rule = (document: string) => ({ document, public: "" });
const application = {
  organisation: { documents: ["org"] },
  conditions: { items: [{ number: 1, statement: "", documents: [] }, { number: 3, statement: "", documents: ["proof"] }] },
  occupations: { rows: [{ standard: { document: "" } }, { standard: { document: "spec" } }] },
  plan: { document: "plan" },
  rules: { examination: rule("r1"), quality: rule(""), certificate: rule("r3") },
  premises: { proofs: [], video: { documents: ["video"] } },
  funding: { documents: [] },
  materials: { items: [{ number: 1, documents: [], onlineCheck: true }, { number: 3, documents: ["plan"], onlineCheck: false }] },
} as unknown as Schemas["ApplicationContent"];

const materials = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, name: `m${number}`, article: "", online: number === 1 })) as unknown as Schemas["MaterialInfo"][];

describe("documents of an application", () => {
  test("are found wherever they lie", () => {
    expect(placesIn(application).map((p) => [p.pointer, p.n])).toEqual([
      ["/organisation/documents", 0], ["/conditions/items/1/documents", 3], ["/occupations/rows/1/standard/document", 2], ["/plan/document", 0],
      ["/rules/examination", 0], ["/rules/certificate", 0], ["/premises/video/documents", 0],
    ]);
  });

  test("belong to the seven materials, each counted once", () => {
    const seven = materialFiles(application, materials);
    expect(seven[0]).toMatchObject({ onlineCheck: true, ids: [] });
    expect(seven.map(filesOf)).toEqual([[], [], ["plan"], [], ["spec"], ["video"], ["org", "r1", "r3"]]);
  });
});
