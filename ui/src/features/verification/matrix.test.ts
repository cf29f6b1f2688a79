import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { apartOverall, markRows, opinionRows, voicesIn } from "./matrix";

let seq = 0;
function said(stage: string, round: number, actor: string, verdict: string, sheet: object, onBehalf?: string): Schemas["Statement"] {
  seq++;
  return {
    seq, taskId: "", stage, stageName: "", round, actor: { id: actor, name: `名${actor}` }, ...(onBehalf ? { onBehalf: { id: onBehalf, name: `名${onBehalf}` } } : {}),
    verdict, verdictName: verdict, content: { verdict, sheet: sheet as Schemas["AnySheet"] }, at: "2026-03-02T01:00:00Z",
  };
}

function review(favourable: boolean, opinions: Record<number, string>, ability = 88): object {
  return {
    materials: Object.entries(opinions).map(([number, opinion]) => ({ number: Number(number), opinion, words: opinion === "good" ? "" : "缺页" })),
    occupations: [{ code: "6-31-01-03", workType: "", ability, conditions: 90, opinion: "可" }], favourable,
  };
}

const all = [
  said("panel", 1, "officer", "appoint", { members: ["b", "a", "c"], leader: "a" }),
  said("expertReview", 1, "b", "submit", review(false, { 1: "poor" })),
  said("expertReview", 2, "b", "submit", review(true, { 1: "good", 2: "doubtful" })),
  said("expertReview", 2, "a", "submit", review(true, { 1: "good", 2: "good" }, 60)),
  said("expertReview", 2, "officer", "submit", review(false, { 1: "good", 2: "good" }), "c"),
  said("signature", 1, "c", "dissent", { words: "场地偏小" }),
];

describe("the matrix of materials and experts", () => {
  const voices = voicesIn(all);

  test("has the leader first, and what each said last, entered for them or not", () => {
    expect(voices.map((v) => [v.name, v.leader, v.entered])).toEqual([["名a", true, false], ["名b", false, false], ["名c", false, true]]);
    expect(voices[2]?.signature).toMatchObject({ verdict: "dissent", words: "场地偏小" });
  });

  test("marks where the experts differ", () => {
    const rows = opinionRows(voices, [1, 2, 3]);
    expect(rows.map((r) => r.apart)).toEqual([false, true, false]);
    expect(rows[1]?.opinions[1]).toEqual({ opinion: "doubtful", words: "缺页" });
    expect(apartOverall(voices)).toBe(true);
  });

  test("sets the marks of an occupation side by side", () => {
    expect(markRows(voices, [{ code: "6-31-01-03", workType: "" }])[0]?.marks.map((m) => m?.ability)).toEqual([60, 88, 88]);
    expect(markRows(voices, [{ code: "none", workType: "" }])[0]?.marks).toEqual([undefined, undefined, undefined]);
  });
});
