import { describe, expect, test } from "vitest";
import { emptyCommitment, gapsIn, sentSheet, type Asked, type CommitmentSheet } from "./sheet";

const asked = (change: Partial<Asked> = {}): Asked => ({ facts: { accountForm: true, authorised: false, commitmentDigest: "ab12" }, today: "2026-11-25", letter: true, password: "", read: false, ...change });
const paper: CommitmentSheet = { form: "paper", scan: "s", place: "档案室", signedBy: "王建国", signedOn: "2026-11-25", authorisation: "a", digest: "" };
const keys = (sheet: CommitmentSheet, change: Partial<Asked> = {}) => gapsIn(sheet, asked(change)).map((gap) => gap.key);

describe("a letter on paper", () => {
  test("lacks everything at first, and the authorisation unless one is on file", () => {
    const { sheet } = emptyCommitment("");
    expect(keys(sheet)).toEqual(["gap.scan", "gap.signedBy", "gap.signedOn", "gap.place", "gap.authorisation"]);
    expect(keys(sheet, { facts: { accountForm: false, authorised: true, commitmentDigest: "" } })).not.toContain("gap.authorisation");
  });

  test("that came back keeps what was said of it, without scan and day", () => {
    expect(emptyCommitment("李明", paper).sheet).toEqual({ form: "paper", scan: "", place: "档案室", signedBy: "王建国", authorisation: "a", digest: "" });
  });

  test("is complete with scan, signatory, day and place", () => {
    expect(keys(paper)).toEqual([]);
    expect(keys(paper, { letter: false })).toEqual(["gap.letter"]);
  });

  test("is not signed tomorrow, and is no authorisation", () => {
    expect(keys({ ...paper, signedOn: "2026-11-26" })).toEqual(["gap.future"]);
    expect(keys({ ...paper, scan: "a" })).toEqual(["gap.same"]);
  });
});

describe("a confirmation by account", () => {
  const account: CommitmentSheet = { ...paper, form: "account" };

  test("needs the letter to be read and the password, no scan", () => {
    expect(keys({ ...account, scan: "", place: "", signedOn: undefined })).toEqual(["gap.read", "gap.password"]);
    expect(keys(account, { read: true, password: "x" })).toEqual([]);
  });

  test("is sent with the digest of the letter that was read, and nothing of the paper", () => {
    expect(sentSheet(account, asked().facts)).toEqual({ form: "account", scan: "", place: "", signedBy: "王建国", authorisation: "a", digest: "ab12" });
    expect(sentSheet(paper, asked().facts)).toEqual(paper);
  });
});
