import type { Schemas } from "@/api/client";
import { dayOf } from "@/i18n";
import { files, kept, line, list, table, text, type Block } from "./blocks";
import { grantRows, groundLine, pointLine, stageOf, type Words } from "./words";

type SheetOf = Schemas["SheetOf"];

/** verificationBlocks is the verification result. An empty list of grants with `pass` means all that is recommended. */
export function verificationBlocks(words: Words, sheet: SheetOf["verification"], verdict: string): Block[] {
  const { t } = words;
  const granted = table(t("said.granted"), [t("said.occupation"), t("said.code"), t("said.levels")], grantRows(words, sheet.granted));
  return kept(
    verdict === "pass" ? (granted ?? line(t("said.granted"), t("said.grantedAll"))) : undefined,
    list(t("said.points"), sheet.points.map((p) => pointLine(words, p))),
    verdict === "rectify" ? line(t("said.days"), t("said.workdays", { n: sheet.days })) : undefined,
    verdict === "rectify" ? line(t("said.checkedAt"), stageOf(words, sheet.target || "siteVisit")) : undefined,
    list(t("said.grounds"), sheet.grounds.map((g) => groundLine(words, g))),
    text(t("said.words"), sheet.words),
  );
}

/** commitmentBlocks is the commitment letter as it was handed in. */
export function commitmentBlocks(words: Words, sheet: SheetOf["commitment"]): Block[] {
  const { t } = words;
  return kept(
    line(t("said.form"), t.of(`form.${sheet.form}`, "")),
    line(t("said.signedBy"), sheet.signedBy),
    line(t("said.signedOn"), sheet.signedOn && dayOf(sheet.signedOn)),
    line(t("said.place"), sheet.place),
    files(t("said.letter"), [sheet.scan]),
    files(t("said.authorisation"), [sheet.authorisation]),
  );
}

/** commitmentCheckBlocks is the officer's check of the letter. */
export function commitmentCheckBlocks(words: Words, sheet: SheetOf["commitmentCheck"]): Block[] {
  return kept(text(words.t("said.reasons"), sheet.reasons), line(words.t("said.keptAt"), sheet.place));
}

/** opinionBlocks is a body's opinion on the way to the receipt. */
export function opinionBlocks(words: Words, sheet: SheetOf["submission"]): Block[] {
  return kept(text(words.t("said.opinion"), sheet.opinion), files(words.t("said.files"), sheet.documents));
}

/** receiptBlocks is the Department's decision. */
export function receiptBlocks(words: Words, sheet: SheetOf["receipt"], verdict: string): Block[] {
  const { t } = words;
  return kept(
    verdict === "issue" ? line(t("said.validFrom"), sheet.validFrom ? dayOf(sheet.validFrom) : t("said.validFromIssue")) : undefined,
    list(t("said.grounds"), sheet.grounds.map((g) => groundLine(words, g))),
    text(t("said.words"), sheet.words),
  );
}

/** publicationBlocks says where the catalogue can be read besides. */
export function publicationBlocks(words: Words, sheet: SheetOf["publication"]): Block[] {
  return kept(line(words.t("said.address"), sheet.address));
}

/** backBlocks leads the case back to an earlier stage. */
export function backBlocks(words: Words, sheet: Schemas["BackSheet"]): Block[] {
  return kept(line(words.t("said.backTo"), sheet.target && stageOf(words, sheet.target)), text(words.t("said.reasons"), sheet.reason));
}

/** stepBlocks is what the later steps of an act say. */
export function stepBlocks(words: Words, sheet: Schemas["StepSheet"]): Block[] {
  return kept(text(words.t("said.words"), sheet.words));
}
