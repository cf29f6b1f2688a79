import type { Schemas } from "@/api/client";

export type CommitmentSheet = Schemas["CommitmentSheet"];
type Facts = Pick<Schemas["TaskFacts"], "accountForm" | "authorised" | "commitmentDigest">;

/** CommitmentDraft is the letter's facts as they are typed. */
export interface CommitmentDraft {
  sheet: CommitmentSheet;
}

/**
 * emptyCommitment is a letter on paper, signed by the legal representative. After a letter came back, what was said of it
 * still holds; the scan and the day are those of the new one.
 */
export function emptyCommitment(legalRepresentative: string, returned?: CommitmentSheet): CommitmentDraft {
  return {
    sheet: {
      form: returned?.form || "paper", scan: "", place: returned?.place ?? "", signedBy: returned?.signedBy || legalRepresentative,
      authorisation: returned?.authorisation ?? "", digest: "",
    },
  };
}

/** Gap is something that stands against handing the letter in: a key of the language file, and the field. */
export interface Gap {
  key: "gap.letter" | "gap.scan" | "gap.same" | "gap.signedBy" | "gap.signedOn" | "gap.future" | "gap.place" | "gap.authorisation" | "gap.read" | "gap.password";
  pointer: string;
}

/** Asked is what the page knows besides the sheet. */
export interface Asked {
  facts: Facts;
  today: string;
  letter: boolean;
  password: string;
  read: boolean;
}

/** gapsIn lists what is missing, as the server will judge it. */
export function gapsIn(sheet: CommitmentSheet, { facts, today, letter, password, read }: Asked): Gap[] {
  const gaps: Gap[] = [];
  const need = (missing: boolean, key: Gap["key"], field: string) => missing && gaps.push({ key, pointer: `/sheet/${field}` });
  need(!letter, "gap.letter", "letter");
  if (sheet.form === "paper") {
    need(!sheet.scan, "gap.scan", "scan");
    need(sheet.scan !== "" && sheet.scan === sheet.authorisation, "gap.same", "scan");
  }
  need(!sheet.signedBy.trim(), "gap.signedBy", "signedBy");
  if (sheet.form === "paper") {
    need(!sheet.signedOn, "gap.signedOn", "signedOn");
    need(Boolean(sheet.signedOn && sheet.signedOn > today), "gap.future", "signedOn");
    need(!sheet.place.trim(), "gap.place", "place");
  }
  need(!sheet.authorisation && !facts.authorised, "gap.authorisation", "authorisation");
  if (sheet.form === "account") {
    need(!read, "gap.read", "digest");
    if (!password) gaps.push({ key: "gap.password", pointer: "/password" });
  }
  return gaps;
}

/** sentSheet keeps of the draft what belongs to its form. */
export function sentSheet(sheet: CommitmentSheet, facts: Facts): CommitmentSheet {
  if (sheet.form === "paper") return { ...sheet, digest: "" };
  const { signedOn: _day, ...rest } = sheet;
  return { ...rest, scan: "", place: "", digest: facts.commitmentDigest };
}
