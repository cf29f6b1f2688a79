import { describe, expect, it } from "vitest";
import { isMonth, monthBefore, monthOfCase, recentMonths, reportedMonth, rollUpGaps, summaryStand } from "./month";
import { reportGaps } from "./report";

describe("months", () => {
  it("are due on their last day, and until the next is", () => {
    expect(reportedMonth("2026-11-29")).toBe("202610");
    expect(reportedMonth("2026-11-30")).toBe("202611");
    expect(reportedMonth("2026-12-01")).toBe("202611");
    expect(reportedMonth("2027-01-01")).toBe("202612");
    expect(reportedMonth("2028-02-28")).toBe("202801");
    expect(reportedMonth("2028-02-29")).toBe("202802");
  });
  it("go back over the end of a year", () => {
    expect(monthBefore("202701")).toBe("202612");
    expect(recentMonths("202702", 3)).toEqual(["202702", "202701", "202612"]);
  });
  it("of an address are read with care", () => {
    expect(isMonth("202611")).toBe(true);
    expect([isMonth("202613"), isMonth("2026-11"), isMonth(undefined)]).toEqual([false, false, false]);
  });
  it("stand at the end of a case's number", () => {
    expect(monthOfCase("Y000021000123-202611")).toEqual({ filingNo: "Y000021000123", month: "202611" });
  });
});

describe("a monthly summary", () => {
  it("stands with the enterprise, the authority or the centre", () => {
    expect(summaryStand({ stage: "summary", accepted: false, rollUp: 0 })).toBe("open");
    expect(summaryStand({ stage: "summaryCheck", accepted: false, rollUp: 0 })).toBe("reported");
    expect(summaryStand({ stage: "finished", accepted: true, rollUp: 0 })).toBe("accepted");
    expect(summaryStand({ stage: "finished", accepted: true, rollUp: 2 })).toBe("handedOn");
  });
  it("without rows is confirmed by the press itself", () => {
    const sheet = { filler: "A", checker: "B", confirmed: false, note: "" };
    expect(reportGaps(sheet, true)).toEqual([]);
    expect(reportGaps(sheet, false)).toEqual(["confirmed"]);
    expect(reportGaps({ ...sheet, filler: " ", checker: "" }, true)).toEqual(["filler", "checker"]);
  });
});

describe("a roll-up", () => {
  it("needs something to hand on, and the missing acknowledged as they are now", () => {
    expect(rollUpGaps({ waiting: 0, missing: 0 }, undefined)).toEqual(["nothing"]);
    expect(rollUpGaps({ waiting: 3, missing: 2 }, undefined)).toEqual(["missing"]);
    expect(rollUpGaps({ waiting: 3, missing: 2 }, 1)).toEqual(["missing"]);
    expect(rollUpGaps({ waiting: 3, missing: 2 }, 2)).toEqual([]);
  });
});
