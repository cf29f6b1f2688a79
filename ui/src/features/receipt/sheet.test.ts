import { describe, expect, test } from "vitest";
import { emptyReceipt, gapsIn, sentSheet } from "./sheet";

const window = { first: "2026-01-01", last: "2026-06-30" };

describe("the decision on a receipt", () => {
  test("is issued only for what has passed, from a day near enough", () => {
    expect(gapsIn(emptyReceipt, 2, window)).toEqual([]);
    expect(gapsIn(emptyReceipt, 0, window)).toEqual(["gap.nothing"]);
    expect(gapsIn({ verdict: "issue", sheet: { grounds: [], words: "", validFrom: "2026-07-01" } }, 1, window)).toEqual(["gap.validFrom"]);
  });

  test("is declined with clause and words", () => {
    const declined = { ...emptyReceipt, verdict: "decline" as const };
    expect(gapsIn(declined, 1, window)).toEqual(["gap.grounds"]);
    expect(gapsIn({ ...declined, sheet: { words: "", grounds: [{ clause: "一(一)", words: " " }] } }, 1, window)).toEqual(["gap.groundWords"]);
  });

  test("sends only what belongs to it", () => {
    const sheet = { grounds: [{ clause: "一(一)", words: "无" }], words: "", validFrom: "2026-02-01" };
    expect(sentSheet({ verdict: "issue", sheet })).toEqual({ validFrom: "2026-02-01", grounds: [], words: "" });
    expect(sentSheet({ verdict: "decline", sheet })).toEqual({ grounds: sheet.grounds, words: "" });
  });
});
