import type { Schemas } from "@/api/client";
import { dayOf, type Text } from "@/i18n";
import type { CaseWords } from "@/features/case/words";
import { markRows, opinionRows, type Voice } from "@/features/verification/matrix";
import { occupationOf, personOf } from "@/features/case/said/words";
import type { Summary } from "./assessment";

/** Record is what the four activities have left in the case file. */
export interface Record {
  voices: readonly Voice[];
  meeting: Schemas["DeliberationSheet"] | undefined;
  visit: Schemas["SiteVisitSheet"] | undefined;
}

/** summaryOf words the four activities as the record tells them; the leader edits the words. */
export function summaryOf(t: Text<"expert">, words: CaseWords, record: Record): Summary {
  return { documentReview: reviewed(t, words, record), technicalAssessment: assessed(t, words, record), deliberation: deliberated(t, words, record), siteVisit: visited(t, words, record) };
}

/** bare leaves out the stop at the end of somebody's words, where they stand within a sentence. */
const bare = (words: string) => words.trim().replace(/[。；;.]+$/, "");

const average = (marks: readonly number[]) => Math.round(marks.reduce((sum, mark) => sum + mark, 0) / marks.length);

function reviewed(t: Text<"expert">, { reference }: CaseWords, { voices }: Record): string {
  const rows = opinionRows(voices, reference.materials.map((material) => material.number));
  const clear = rows.filter((row) => row.opinions.length > 0 && row.opinions.every(({ opinion }) => opinion === "good"));
  const doubts = rows.filter((row) => !clear.includes(row)).map((row) => {
    const said = row.opinions.flatMap(({ opinion, words }, i) => (opinion && opinion !== "good" ? [t("sum.doubt", { name: voices[i]?.name ?? "", opinion: t(`opinion.${opinion}`), words: bare(words) })] : []));
    return said.length > 0 ? t("sum.material", { number: row.number, name: reference.materials.find((m) => m.number === row.number)?.name ?? "", said: said.join(t("sum.semicolon")) }) : "";
  });
  return [t("sum.reviewed", { n: voices.length, clear: clear.length, all: rows.length }), ...doubts.filter(Boolean)].join("");
}

function assessed(t: Text<"expert">, words: CaseWords, { voices }: Record): string {
  return markRows(voices, words.occupations).map((row) => {
    const marks = row.marks.filter((mark) => mark !== undefined);
    const name = occupationOf(words, row.code, row.workType);
    if (marks.length === 0) return "";
    const opinions = [...new Set(marks.map((mark) => bare(mark.opinion)).filter(Boolean))].join(t("sum.semicolon"));
    return t("sum.occupation", { name, ability: average(marks.map((m) => m.ability)), conditions: average(marks.map((m) => m.conditions)), opinions });
  }).filter(Boolean).join("\n");
}

function deliberated(t: Text<"expert">, { names }: CaseWords, { voices, meeting }: Record): string {
  if (!meeting) return "";
  const { vote } = meeting;
  const present = meeting.present.map((id) => names.get(id) ?? "").filter(Boolean).join(t("sum.and"));
  return t("sum.meeting", {
    date: meeting.heldAt ? dayOf(meeting.heldAt) : "", place: meeting.place, due: voices.length, n: meeting.present.length, present,
    for: vote.for, against: vote.against, abstain: vote.abstain, minutes: meeting.minutes.trim(),
  });
}

function visited(t: Text<"expert">, words: CaseWords, { visit }: Record): string {
  if (!visit) return "";
  const people = [...visit.experts.map((id) => personOf(words, id)), ...visit.officers].join(t("sum.and"));
  const count = (finding: string) => visit.findings.filter((f) => f.finding === finding).length;
  const wrong = visit.findings.filter((f) => f.finding === "notMet").map((f) => t("sum.notMet", { article: words.reference.conditions.find((c) => c.number === f.number)?.article ?? "", words: bare(f.words) }));
  return [t("sum.visit", { date: visit.visitedOn ? dayOf(visit.visitedOn) : "", people, met: count("met"), notMet: count("notMet"), notApplicable: count("notApplicable") }), ...wrong].join("");
}
