import type { Schemas } from "@/api/client";

/** Sheet is one expert's document review and technical assessment. */
export type Sheet = Schemas["ExpertReviewSheet"];
type Row = Pick<Schemas["OccupationRow"], "code" | "workType">;

/** Interest is what an expert declares of the applicant before anything is shown: none, or there is one (回避). */
export type Interest = "" | "none" | "some";

/** ReviewDraft is what is typed and not decided. */
export interface ReviewDraft {
  interest: Interest;
  /** begun: the declaration is made and the materials may be seen. */
  begun: boolean;
  /** note: the words about an interest, for whoever appoints another expert. */
  note: string;
  sheet: Sheet;
  sheetDocument: string;
}

/** Item is one thing to be reviewed: a material by its number, an occupation by its place from 0, or the whole. */
export type Item = { kind: "material"; number: number } | { kind: "occupation"; index: number } | { kind: "overall" };

/** The seven materials. */
export const materialNumbers = [1, 2, 3, 4, 5, 6, 7] as const;

/** emptyDraft is a review in which nothing is said yet, of what was applied for. */
export function emptyDraft(rows: readonly Row[]): ReviewDraft {
  return {
    interest: "", begun: false, note: "", sheetDocument: "",
    sheet: {
      materials: materialNumbers.map((number) => ({ number, opinion: "", words: "" })),
      occupations: rows.map(({ code, workType }) => ({ code, workType, ability: 0, conditions: 0, opinion: "" })),
      favourable: null, reasons: "", noConflict: false, confidential: false, signedSheet: "",
    },
  };
}

const same = (a: Row, b: Row) => a.code === b.code && (a.workType ?? "").trim() === (b.workType ?? "").trim();

/** fitted makes a kept draft answer what is applied for now: after a supplement occupations may have come or gone. */
export function fitted(draft: ReviewDraft, rows: readonly Row[]): ReviewDraft {
  const empty = emptyDraft(rows);
  const { sheet } = draft;
  return {
    ...empty, ...draft,
    sheet: {
      ...empty.sheet, ...sheet,
      materials: empty.sheet.materials.map((blank) => sheet.materials.find((m) => m.number === blank.number) ?? blank),
      occupations: empty.sheet.occupations.map((blank) => sheet.occupations.find((o) => same(o, blank)) ?? blank),
    },
  };
}

/** contentFor keeps of an application what concerns one occupation: its row, and the equipment that serves it. */
export function contentFor(content: Schemas["FrozenContent"], of: Row): Schemas["FrozenContent"] {
  const { occupations, premises } = content.application;
  return {
    ...content,
    application: {
      ...content.application,
      occupations: { ...occupations, rows: occupations.rows.filter((row) => same(row, of)) },
      premises: { ...premises, equipment: premises.equipment.filter((one) => !one.occupation || one.occupation === of.code) },
    },
  };
}

/** itemsOf lists what is to be reviewed, in order. */
export function itemsOf(sheet: Sheet): Item[] {
  return [
    ...materialNumbers.map((number): Item => ({ kind: "material", number })),
    ...sheet.occupations.map((_, index): Item => ({ kind: "occupation", index })),
    { kind: "overall" },
  ];
}

/** keyOf names an item. */
export function keyOf(item: Item): string {
  return item.kind === "material" ? `m${item.number}` : item.kind === "occupation" ? `o${item.index}` : "overall";
}

const fair = (mark: number) => Number.isInteger(mark) && mark >= 1 && mark <= 100;

/** lacksOf says what an item still lacks: parts of it, in the words of their keys. */
export function lacksOf(sheet: Sheet, item: Item): ("opinion" | "words" | "marks" | "assessment" | "overall" | "reasons")[] {
  if (item.kind === "material") {
    const said = sheet.materials.find((m) => m.number === item.number);
    if (!said?.opinion) return ["opinion"];
    return said.opinion !== "good" && !said.words.trim() ? ["words"] : [];
  }
  if (item.kind === "occupation") {
    const said = sheet.occupations[item.index];
    if (!said) return [];
    return [...(fair(said.ability) && fair(said.conditions) ? [] : ["marks" as const]), ...(said.opinion.trim() ? [] : ["assessment" as const])];
  }
  if (sheet.favourable === null || sheet.favourable === undefined) return ["overall"];
  return !sheet.favourable && !sheet.reasons.trim() ? ["reasons"] : [];
}

/** nextOpen gives the first item after this one that still lacks something, from the beginning again where none follows. */
export function nextOpen(sheet: Sheet, at: Item): Item | undefined {
  const items = itemsOf(sheet);
  const here = items.findIndex((item) => keyOf(item) === keyOf(at));
  return [...items.slice(here + 1), ...items.slice(0, here)].find((item) => lacksOf(sheet, item).length > 0);
}

/** progressOf counts what is done of all. */
export function progressOf(sheet: Sheet): { done: number; all: number } {
  const items = itemsOf(sheet);
  return { done: items.filter((item) => lacksOf(sheet, item).length === 0).length, all: items.length };
}
