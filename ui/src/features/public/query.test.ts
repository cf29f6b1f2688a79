import { describe, expect, it } from "vitest";
import { faultsOf, outcomeOf, plain, regionIn, resultsAddress, wishOf } from "./query";

const number = "Y000021000101264000001";

describe("a query of a certificate", () => {
  it("takes a number in groups, in full width and in small letters", () => {
    expect(plain(" y 0000 21 000101 26 4 000001 ")).toBe(number);
    expect(plain("Ｙ0000-21-000101-26-4-000001")).toBe(number);
    expect(wishOf({ name: " a ", by: "number", number: "y 0000 21 000101 26 4 000001" })).toEqual({ name: "a", number });
    expect(wishOf({ name: "a", by: "idNumber", number: "21010219900101123x" })).toEqual({ name: "a", idNumber: "21010219900101123X" });
  });
  it("says what is missing", () => {
    expect(faultsOf({ name: " ", by: "number", number: "" })).toEqual(["name", "number"]);
    expect(faultsOf({ name: "a", by: "idNumber", number: "" })).toEqual(["idNumber"]);
    expect(faultsOf({ name: "a", by: "number", number })).toEqual([]);
  });
  it("says when the other number was typed, and when the form cannot be right", () => {
    expect(faultsOf({ name: "a", by: "number", number: "210102199001011234" })).toEqual(["isId"]);
    expect(faultsOf({ name: "a", by: "idNumber", number })).toEqual(["isNumber"]);
    expect(faultsOf({ name: "a", by: "number", number: number.slice(1) })).toEqual(["shape"]);
    expect(faultsOf({ name: "a", by: "idNumber", number: "E12345678" })).toEqual([]);
  });
  it("has four outcomes, and no answer is none of the three", () => {
    expect(outcomeOf(undefined)).toBe("unavailable");
    expect(outcomeOf([])).toBe("none");
    expect(outcomeOf([{ state: "revoked" }])).toBe("revoked");
    expect(outcomeOf([{ state: "revoked" }, { state: "valid" }])).toBe("valid");
  });
});

describe("the list of results", () => {
  it("keeps its city in the address", () => {
    expect(regionIn(resultsAddress("210100").split("?")[1] ?? "")).toBe("210100");
    expect(regionIn("region=%3Cb%3E")).toBe("");
    expect(resultsAddress("")).toBe("/results");
  });
});
