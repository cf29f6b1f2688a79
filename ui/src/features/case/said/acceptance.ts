import type { Schemas } from "@/api/client";
import { momentOf } from "@/i18n";
import { files, kept, list, line, table, text, type Block, type Maybe } from "./blocks";
import { groundLine, materialOf, sectionOf, type Words } from "./words";

type SheetOf = Schemas["SheetOf"];

/** defectLine words one defect: where, why, and what the officer wants. */
export function defectLine(words: Words, defect: Schemas["Defect"]): string {
  const { t, reference } = words;
  const where = defect.material ? materialOf(words, defect.material) : defect.item ? sectionOf(words, defect.item) : "";
  const reason = reference.reasons.find((r) => r.code === defect.reason);
  const why = [reason?.text, defect.words].filter(Boolean).join(t("said.dash"));
  const clause = reason ? t("said.inClause", { clause: reason.clause }) : "";
  return `${where}${where && t("said.colon")}${why}${clause}`;
}

/** acceptanceBlocks is the examination of an application (受理审查). */
export function acceptanceBlocks(words: Words, sheet: SheetOf["acceptance"]): Block[] {
  const { t } = words;
  const finding = (code: string) => t.of(`finding.${code}`, code);
  const online = new Map(sheet.onlineChecks.map((check) => [check.material, check]));
  const materials = words.reference.materials.map((m) => {
    const review = sheet.materials.find((r) => r.number === m.number);
    const check = online.get(m.number);
    const result = review?.finding ? finding(review.finding) : check ? t.of(`online.${check.result}`, "") : finding("");
    return [String(m.number), m.name, result];
  });
  const reviewed = sheet.materials.length + sheet.onlineChecks.length > 0;
  const defects = [...sheet.materials, ...sheet.items].flatMap((review) => review.defects);
  return kept(
    reviewed ? table(t("said.materials"), [t("said.number"), t("said.materialName"), t("said.finding")], materials) : undefined,
    itemsBlock(words, sheet.items),
    list(t("said.defects"), defects.map((d) => defectLine(words, d))),
    table(
      t("said.online"),
      [t("said.materialName"), t("said.subject"), t("said.source"), t("said.result"), t("said.when")],
      sheet.onlineChecks.map((c) => [materialOf(words, c.material), c.subject, c.source, [t.of(`online.${c.result}`, ""), c.note].filter(Boolean).join(t("said.dash")), c.checkedAt ? momentOf(c.checkedAt) : ""]),
    ),
    list(t("said.grounds"), sheet.grounds.map((g) => groundLine(words, g))),
    text(t("said.note"), sheet.note),
  );
}

/** itemsBlock says in one line that every entry is in order, or lists those that are not. */
function itemsBlock(words: Words, items: readonly Schemas["ItemReview"][]): Maybe {
  const { t } = words;
  const judged = items.filter((item) => item.finding);
  const wrong = judged.filter((item) => item.finding !== "pass");
  if (judged.length > 0 && wrong.length === 0) return line(t("said.items"), t("said.itemsPass", { n: judged.length }));
  return list(t("said.items"), wrong.map((item) => `${sectionOf(words, item.section)}${t("said.colon")}${t.of(`finding.${item.finding}`, item.finding)}`));
}

function answers(words: Words, given: readonly Schemas["Answer"][], asked: readonly string[]): Maybe[] {
  const { t } = words;
  return given.flatMap((a) => {
    const label = t("said.answerTo", { n: a.index + 1, what: asked[a.index] ?? "" });
    return [text(label, a.text) ?? line(label, t("said.byDocuments")), files(t("said.answerFiles", { n: a.index + 1 }), a.documents)];
  });
}

/** supplementBlocks answers the notice of the acceptance before it. */
export function supplementBlocks(words: Words, sheet: SheetOf["supplement"], asked: readonly Schemas["Defect"][]): Block[] {
  const { t } = words;
  const promised = sheet.promise.truthful && sheet.promise.effective && sheet.promise.lawful;
  return kept(
    ...answers(words, sheet.answers, asked.map((d) => defectLine(words, d))),
    promised ? line(t("said.promise"), t("said.promised", { by: sheet.promise.by })) : undefined,
  );
}

/** rectificationBlocks reports on what was mended. */
export function rectificationBlocks(words: Words, sheet: SheetOf["rectification"], asked: readonly Schemas["Point"][]): Block[] {
  return kept(...answers(words, sheet.answers, asked.map((p) => p.text)), files(words.t("said.files"), sheet.documents));
}
