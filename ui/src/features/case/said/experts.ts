import type { Schemas } from "@/api/client";
import { dayOf, momentOf } from "@/i18n";
import { files, kept, line, list, table, text, type Block, type Maybe } from "./blocks";
import { conditionOf, grantRows, materialOf, occupationOf, personOf, pointLine, type Words } from "./words";

type SheetOf = Schemas["SheetOf"];

/** panelBlocks names the panel, its leader first. */
export function panelBlocks(words: Words, sheet: SheetOf["panel"]): Block[] {
  const { t } = words;
  const others = sheet.members.filter((id) => id !== sheet.leader);
  return kept(
    line(t("said.leader"), sheet.leader && personOf(words, sheet.leader)),
    line(t("said.members"), others.map((id) => personOf(words, id)).join(t("said.and"))),
    text(t("said.note"), sheet.note),
  );
}

/** reviewBlocks is one expert's review of the documents and technical assessment. */
export function reviewBlocks(words: Words, sheet: SheetOf["expertReview"]): Block[] {
  const { t } = words;
  const overall = sheet.favourable === null ? "" : t(sheet.favourable ? "said.favourable" : "said.unfavourable");
  return kept(
    line(t("said.overall"), overall),
    text(t("said.reasons"), sheet.reasons),
    table(
      t("said.documentReview"),
      [t("said.materialName"), t("said.opinion"), t("said.words")],
      sheet.materials.map((m) => [materialOf(words, m.number), t.of(`opinion.${m.opinion}`, ""), m.words]),
    ),
    table(
      t("said.technical"),
      [t("said.occupation"), t("said.ability"), t("said.conditionsMark"), t("said.opinion")],
      sheet.occupations.map((o) => [occupationOf(words, o.code, o.workType), String(o.ability), String(o.conditions), o.opinion]),
    ),
    sheet.noConflict && sheet.confidential ? line(t("said.declared"), t("said.declaredWords")) : undefined,
    files(t("said.signedSheet"), [sheet.signedSheet]),
  );
}

/** deliberationBlocks is the record of the experts' meeting. */
export function deliberationBlocks(words: Words, sheet: SheetOf["deliberation"]): Block[] {
  const { t } = words;
  const present = [...sheet.present.map((id) => personOf(words, id)), ...sheet.others];
  return kept(
    line(t("said.heldAt"), [sheet.heldAt && momentOf(sheet.heldAt), sheet.place].filter(Boolean).join(t("said.comma"))),
    line(t("said.present"), present.join(t("said.and"))),
    line(t("said.vote"), t("said.voteWords", { for: sheet.vote.for, against: sheet.vote.against, abstain: sheet.vote.abstain })),
    text(t("said.minutes"), sheet.minutes),
    list(t("said.lookAt"), sheet.lookAt),
    files(t("said.files"), [sheet.minutesFile, sheet.signedSheet]),
  );
}

/** findings are those on the five conditions, each with the photos that show it. */
function findings(words: Words, rows: readonly Schemas["ConditionFinding"][]): Maybe[] {
  const { t } = words;
  const found = table(t("said.fiveConditions"), [t("said.conditionName"), t("said.finding"), t("said.words")], rows.map((f) => [conditionOf(words, f.number), t.of(`met.${f.finding}`, ""), f.words]));
  return [found, ...rows.map((f) => files(t("said.photosOf", { condition: conditionOf(words, f.number) }), f.photos))];
}

/** visitBlocks is the record of the site visit. */
export function visitBlocks(words: Words, sheet: SheetOf["siteVisit"]): Block[] {
  const { t } = words;
  return kept(
    line(t("said.visitedOn"), sheet.visitedOn && dayOf(sheet.visitedOn)),
    line(t("said.visitors"), [...sheet.experts.map((id) => personOf(words, id)), ...sheet.officers].join(t("said.and"))),
    ...findings(words, sheet.findings),
    files(t("said.photos"), sheet.photos),
    files(t("said.signedSheet"), [sheet.signedSheet]),
  );
}

/** assessmentBlocks is the written assessment of the panel. */
export function assessmentBlocks(words: Words, sheet: SheetOf["assessment"]): Block[] {
  const { t } = words;
  return kept(
    line(t("said.conclusion"), t.of(`conclusion.${sheet.conclusion}`, "")),
    table(t("said.recommended"), [t("said.occupation"), t("said.code"), t("said.levels")], grantRows(words, sheet.recommended)),
    list(t("said.points"), sheet.points.map((p) => pointLine(words, p))),
    text(t("said.reasons"), sheet.reasons),
    text(t("said.documentReview"), sheet.summary.documentReview),
    text(t("said.technical"), sheet.summary.technicalAssessment),
    text(t("said.deliberation"), sheet.summary.deliberation),
    text(t("said.siteVisit"), sheet.summary.siteVisit),
    ...findings(words, sheet.findings),
    files(t("said.signedSheet"), [sheet.signedSheet]),
  );
}

/** signatureBlocks is what an expert says under the assessment. */
export function signatureBlocks(words: Words, sheet: SheetOf["signature"]): Block[] {
  return kept(text(words.t("said.words"), sheet.words), files(words.t("said.signedSheet"), [sheet.signedSheet]));
}
