import type { Schemas } from "@/api/client";
import { sheetOf } from "@/features/case/granted";

type Statement = Schemas["Statement"];

/** Opinion of an expert on one material. */
export type Opinion = Schemas["MaterialOpinion"]["opinion"];

/** Voice is one expert of the panel and what they said. */
export interface Voice {
  id: string;
  name: string;
  leader: boolean;
  /** An officer entered it with the signed sheet (代录). */
  entered: boolean;
  review: Schemas["ExpertReviewSheet"] | undefined;
  signature: { verdict: string; verdictName: string; words: string } | undefined;
}

/** Row is one material seen by all experts. */
export interface OpinionRow {
  number: number;
  opinions: { opinion: Opinion; words: string }[];
  /** The experts do not say the same. */
  apart: boolean;
}

/** MarkRow is one occupation with the marks of all experts. */
export interface MarkRow {
  code: string;
  workType: string;
  marks: ({ ability: number; conditions: number; opinion: string } | undefined)[];
}

const speaker = (s: Statement) => s.onBehalf?.id || s.actor.id;

/** newest keeps, of the statements of a stage in its last round, the last of each speaker. */
function newest(statements: readonly Statement[], stage: string): Map<string, Statement> {
  const of = statements.filter((s) => s.stage === stage && s.verdict !== "back");
  const round = Math.max(0, ...of.map((s) => s.round));
  return new Map(of.filter((s) => s.round === round).map((s) => [speaker(s), s]));
}

/** voicesIn gives the experts of the panel with what each has said last; the leader first. */
export function voicesIn(statements: readonly Statement[]): Voice[] {
  const panel = sheetOf<"panel">(statements.filter((s) => s.stage === "panel" && s.verdict === "appoint").at(-1));
  const reviews = newest(statements, "expertReview");
  const signatures = newest(statements, "signature");
  const ids = panel ? [panel.leader, ...panel.members.filter((id) => id !== panel.leader)] : [...reviews.keys()];
  return ids.map((id) => {
    const review = reviews.get(id);
    const signed = signatures.get(id);
    const names = review ?? signed;
    return {
      id, name: (names?.onBehalf?.id ? names.onBehalf.name : names?.actor.name) ?? "", leader: id === panel?.leader,
      entered: !!review?.onBehalf?.id, review: sheetOf<"expertReview">(review),
      signature: signed && { verdict: signed.verdict, verdictName: signed.verdictName, words: sheetOf<"signature">(signed)?.words ?? "" },
    };
  });
}

/** opinionRows sets the experts' opinions on the seven materials side by side. */
export function opinionRows(voices: readonly Voice[], numbers: readonly number[]): OpinionRow[] {
  return numbers.map((number) => {
    const opinions = voices.map((voice) => {
      const said = voice.review?.materials.find((m) => m.number === number);
      return { opinion: said?.opinion ?? "", words: said?.words ?? "" };
    });
    return { number, opinions, apart: new Set(opinions.map((o) => o.opinion).filter(Boolean)).size > 1 };
  });
}

/** markRows sets the experts' marks for each occupation side by side. */
export function markRows(voices: readonly Voice[], rows: readonly { code: string; workType: string }[]): MarkRow[] {
  return rows.map(({ code, workType }) => ({
    code, workType,
    marks: voices.map((voice) => {
      const said = voice.review?.occupations.find((o) => o.code === code && o.workType.trim() === workType.trim());
      return said && { ability: said.ability, conditions: said.conditions, opinion: said.opinion };
    }),
  }));
}

/** apartOverall says whether the experts differ in their overall opinion. */
export function apartOverall(voices: readonly Voice[]): boolean {
  return new Set(voices.map((v) => v.review?.favourable).filter((f) => f !== undefined && f !== null)).size > 1;
}
