import { describe, expect, it } from "vitest";
import { addressOf, filtersIn, given } from "./filters";

describe("the filters of the catalogue", () => {
  it("come back from the address that they were written to", () => {
    const filters = { q: "沈阳 & 机床", region: "210100", occupation: "6-31", level: "3", status: "published" as const };
    expect(filtersIn(addressOf(filters).split("?")[1] ?? "")).toEqual(filters);
  });
  it("leave the address bare when nothing is filtered by", () => {
    expect(addressOf(filtersIn(""))).toBe("/catalogue");
    expect(given(filtersIn("?q=&region=210100"))).toEqual({ region: "210100" });
  });
});
