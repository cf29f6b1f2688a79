import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { differencesQuery, referenceQuery, snapshotsQuery, statementsQuery } from "@/features/task/queries";
import type { Matter } from "./matter";
import { beforeOf, changedIn, sentBack, startFrom, type Before, type SentBack } from "./rounds";
import { emptySheet, onlineCheckFailed, type Rules, type Sheet } from "./sheet";

type View = Schemas["TaskView"];

/** Review is all that an acceptance is judged by: what lies here, what was said before, and what has changed since. */
export interface Review {
  reference: Schemas["FilingReference"];
  rules: Rules;
  now: Schemas["Snapshot"];
  /** The review before this one and what the applicant handed in then; nothing at the first. */
  before: Before | undefined;
  was: Schemas["Snapshot"] | undefined;
  changes: ReadonlyMap<Matter, Schemas["Difference"][]>;
  changed: ReadonlySet<Matter>;
  /** What was sent back to the handler, where this round mends it. */
  returned: SentBack | undefined;
  /** The steps that other officers take after a notice which asks again; none where one officer gives it. */
  again: readonly string[];
  /** The sheet with which the review begins. */
  start: Sheet;
}

const none: Schemas["DifferenceList"] = { items: [] };

/** useReview reads everything that an acceptance is judged by. */
export function useReview(view: View): Review | undefined {
  const { caseNo, round } = view.task;
  const [{ data: reference }, { data: snapshots }, { data: statements }] = useSuspenseQueries({ queries: [referenceQuery, snapshotsQuery(caseNo), statementsQuery(caseNo)] });
  const before = useMemo(() => beforeOf(statements.items, snapshots.items, round), [round, snapshots, statements]);
  const compare = before && before.from !== before.to ? before : undefined;
  const { data: differences } = useSuspenseQuery(compare ? differencesQuery(caseNo, compare.from, compare.to) : { queryKey: ["no differences"], queryFn: () => none, staleTime: Infinity });
  const returned = useMemo(() => sentBack(statements.items, round), [round, statements]);
  const { again, defects, onlineAsked } = view.facts;
  return useMemo(() => {
    const now = snapshots.items.at(-1);
    if (!now) return undefined;
    const was = snapshots.items.find((snapshot) => snapshot.round === compare?.from);
    const paper = (number: number) => (defects ?? []).some((defect) => defect.material === number && defect.reason === onlineCheckFailed);
    const rules: Rules = { reasons: reference.reasons, noticed: (defects ?? []).length > 0, asked: (onlineAsked ?? []).filter((number) => !paper(number)) };
    const changes = changedIn(differences.items, was, now, reference.materials);
    const changed = new Set(changes.keys());
    return { reference, rules, now, before, was, changes, changed, returned, again: again ?? [], start: returned?.sheet ?? (before ? startFrom(before, changed, rules) : emptySheet) };
  }, [again, before, compare, defects, differences, onlineAsked, reference, returned, snapshots]);
}

/** answerDaysQuery reads how long an applicant has to answer a notice, from the edition of the policy that the case keeps. */
export function answerDaysQuery(caseNo: string, edition: string) {
  return {
    queryKey: ["case", caseNo, "answer days", edition],
    queryFn: async () => {
      const { parameters } = await answer(api.GET("/api/policy", { params: { query: { edition } } }));
      const setting = parameters.find((parameter) => parameter.key === "supplement.days");
      return { days: Number(setting?.value ?? 0), workdays: setting?.unit === "workday" };
    },
    staleTime: 10 * 60_000,
  };
}
