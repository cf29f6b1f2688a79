import { describe, expect, it } from "vitest";
import { bulkRows, decide, decisionOf, emptyAudit, gapsOf, inOrder, look, passAll, say, tallyOf, verdictOf, wishOf, type Judged } from "./sheet";

const row = (no: number, rest: Partial<Judged> = {}): Judged => ({ no, flags: 0, sampled: false, verdict: "", clause: "", reason: "", changes: [], ...rest });

const rows = [row(3, { sampled: true }), row(5, { flags: 2 }), row(7, { sampled: true }), row(8, { flags: 1, sampled: true })];

describe("the audit of a batch", () => {
  it("shows findings first, then the sample, then what came back", () => {
    const back = row(1, { verdict: "return" });
    expect(inOrder([back, row(2), ...rows]).map((one) => one.no)).toEqual([5, 8, 3, 7, 1, 2]);
  });
  it("asks for every flagged and sampled row, and for a look at the sampled ones", () => {
    expect(gapsOf(emptyAudit, rows)).toEqual([3, 5, 7, 8].map((no) => ({ no, kind: "undecided" })));
    const sheet = passAll(emptyAudit, [3, 5, 7, 8]);
    expect(gapsOf(sheet, rows)).toEqual([3, 7, 8].map((no) => ({ no, kind: "look" })));
    expect(gapsOf(look(look(look(sheet, 3, true), 7, true), 8, true), rows)).toEqual([]);
  });
  it("wants a reason with what does not pass, and a clause with a fail", () => {
    let sheet = decide(decide(emptyAudit, 5, "return"), 6, "fail");
    expect(gapsOf(sheet, []).map((gap) => gap.kind)).toEqual(["reason", "reason"]);
    sheet = say(say(sheet, 5, { reason: "x" }), 6, { reason: "y" });
    expect(gapsOf(sheet, [])).toEqual([{ no: 6, kind: "clause" }]);
    expect(gapsOf(say(sheet, 6, { clause: "z" }), [])).toEqual([]);
  });
  it("keeps the words when the verdict is changed, and the clause only with a fail", () => {
    const failed = say(decide(emptyAudit, 5, "fail"), 5, { reason: "x", clause: "c" });
    expect(decide(failed, 5, "return").rows).toEqual([{ no: 5, verdict: "return", clause: "", reason: "x" }]);
  });
  it("does not ask again for what the last round settled, unless it was changed", () => {
    const settled = row(3, { sampled: true, verdict: "pass" });
    const mended = row(4, { flags: 1, verdict: "return", changes: [{}] });
    const unchanged = row(5, { verdict: "return" });
    expect(gapsOf(emptyAudit, [settled, mended, unchanged]).map((gap) => gap.no)).toEqual([4, 5]);
    expect([settled, mended, unchanged].map((one) => decisionOf(emptyAudit, one))).toEqual(["pass", "", ""]);
  });
  it("passes together only what has no finding and was looked at where it was drawn", () => {
    expect(bulkRows(emptyAudit, rows)).toEqual([]);
    expect(bulkRows(look(emptyAudit, 3, true), rows)).toEqual([3]);
    expect(bulkRows(look(look(emptyAudit, 3, true), 8, true), rows)).toEqual([3]);
  });
  it("sends no look at rows that were not drawn", () => {
    expect(wishOf(look(look(emptyAudit, 3, true), 99, true), rows).looked).toEqual([3]);
  });
});

describe("the verdict on a batch", () => {
  const of = (sheet: typeof emptyAudit, attention: Judged[] = rows, total = 10) => {
    const tally = tallyOf(sheet, attention, total);
    return [verdictOf(tally), tally.passed, tally.returned, tally.failed, tally.open];
  };
  it("follows from its rows", () => {
    const all = passAll(emptyAudit, [3, 5, 7, 8]);
    expect(of(all)).toEqual(["pass", 10, 0, 0, 0]);
    expect(of(decide(all, 5, "fail"))).toEqual(["passInPart", 9, 0, 1, 0]);
    expect(of(decide(decide(all, 5, "fail"), 1, "return"))).toEqual(["returnRows", 8, 1, 1, 0]);
    expect(of(decide(emptyAudit, 1, "fail"), [], 1)).toEqual(["fail", 0, 0, 1, 0]);
  });
  it("counts what is not decided, and what the last round failed", () => {
    expect(of(emptyAudit)).toEqual(["pass", 6, 0, 0, 4]);
    expect(of(emptyAudit, [row(2, { verdict: "fail" })])).toEqual(["passInPart", 9, 0, 1, 0]);
  });
});
