import { today } from "@/i18n/format";
import type { CommitmentSheet } from "./sheet";

/** Hint is something that the page can tell of a letter by itself; the officer judges. */
export interface Hint {
  key: "signatory" | "day";
  ok: boolean;
}

/** hintsOf compares the letter with the application and with the day on which the verification passed. */
export function hintsOf(letter: CommitmentSheet, known: { legal: string; passed: string | undefined }): Hint[] {
  const hints: Hint[] = [];
  if (known.legal) hints.push({ key: "signatory", ok: letter.signedBy.trim() === known.legal.trim() });
  if (letter.form === "paper" && letter.signedOn && known.passed) hints.push({ key: "day", ok: letter.signedOn >= today(new Date(known.passed)) });
  return hints;
}
