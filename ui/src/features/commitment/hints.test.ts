import { expect, test } from "vitest";
import { hintsOf } from "./hints";
import type { CommitmentSheet } from "./sheet";

const letter: CommitmentSheet = { form: "paper", scan: "s", place: "档案室", signedBy: "王建国", signedOn: "2026-11-24", authorisation: "", digest: "" };

test("a letter is compared with the legal representative and the day of the verification", () => {
  expect(hintsOf(letter, { legal: " 王建国", passed: "2026-11-24T01:00:00Z" })).toEqual([{ key: "signatory", ok: true }, { key: "day", ok: true }]);
  expect(hintsOf({ ...letter, signedBy: "李明" }, { legal: "王建国", passed: "2026-11-24T17:00:00Z" })).toEqual([{ key: "signatory", ok: false }, { key: "day", ok: false }]);
  expect(hintsOf({ ...letter, form: "account", signedOn: undefined }, { legal: "", passed: undefined })).toEqual([]);
});
