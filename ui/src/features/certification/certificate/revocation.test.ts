import { describe, expect, it } from "vitest";
import { emptyRevocation, revocationGaps, revocationWish } from "./revocation";
import { transferSteps } from "./transfer";

describe("the revocation of a certificate", () => {
  const sheet = { reason: "fraud" as const, text: " x ", public: " y " };
  it("wants reason, facts and words for the public; a refusal only says why", () => {
    expect(revocationGaps(emptyRevocation, "revoke", "a")).toEqual(["reason", "text", "public"]);
    expect(revocationGaps(emptyRevocation, "decline", "a")).toEqual(["why"]);
    expect(revocationGaps(sheet, "revoke", "a")).toEqual([]);
  });
  it("lets nothing personal into the words for the public", () => {
    for (const words of ["holder cheated", "call 13800000000", "1３８００００００００"]) expect(revocationGaps({ ...sheet, public: words }, "revoke", "holder")).toEqual(["personal"]);
    expect(revocationGaps({ ...sheet, public: "score of 2026-11-01 was wrong" }, "revoke", "holder")).toEqual([]);
  });
  it("sends no public words with a refusal", () => {
    expect(revocationWish(sheet, "revoke")).toEqual({ reason: "fraud", text: "x", public: "y" });
    expect(revocationWish(sheet, "decline")).toEqual({ reason: "", text: "x", public: "" });
  });
});

describe("the way of a certificate's data", () => {
  it("shows what is done and what comes next", () => {
    expect(transferSteps("issued").map((step) => step.state)).toEqual(["done", "current", "todo"]);
    expect(transferSteps("nation").map((step) => step.state)).toEqual(["done", "done", "done"]);
  });
});
