import { describe, expect, it } from "vitest";
import { groupedNumber, numberRule } from "./number";

describe("a certificate number", () => {
  it("is read in groups", () => {
    expect(groupedNumber("Y000021000123263000001")).toBe("Y 0000 21 000123 26 3 000001");
    expect(groupedNumber("Y00002100012326T000001")).toBe("Y 0000 21 000123 26 T 000001");
    expect(groupedNumber("something")).toBe("something");
  });
  it("is shown before it is given, its serial open", () => {
    expect(numberRule("Y000021000123", "2026-11-26", "3")).toBe("Y 0000 21 000123 26 3 ××××××");
  });
});
