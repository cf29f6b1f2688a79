import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./search";

describe("the search parameters of an address", () => {
  it("stand there as words, digits too", () => {
    expect(stringifySearch({ pages: "3", q: "true" })).toBe("?pages=3&q=true");
    expect(stringifySearch({ back: "/app/queue?tab=mine" })).toBe("?back=%2Fapp%2Fqueue%3Ftab%3Dmine");
    expect(stringifySearch({})).toBe("");
    expect(stringifySearch({ stage: undefined })).toBe("");
  });

  it("are read as they were written", () => {
    for (const q of ["1.0", "007", "1e3", "true", "null", "\"3\"", "[1]", "一重 & 二重", "912101000000000012"]) {
      expect(parseSearch(stringifySearch({ q }))).toEqual({ q });
    }
  });
});
