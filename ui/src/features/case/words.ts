import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";
import { caseQuery, referenceQuery, snapshotsQuery, statementsQuery } from "@/features/task/queries";
import { kindOf } from "./kind";
import { namesIn } from "./people";
import type { Words } from "./said/words";

type Snapshots = ReturnType<typeof snapshotsQuery>;

/** CaseWords is what it takes to word a case: its statements, and the words of their codes. */
export interface CaseWords extends Words {
  statements: Schemas["Statement"][];
  /** The application as it was handed in last; nothing where the case has none. */
  applied: Schemas["FrozenContent"] | undefined;
}

/** useCaseWords reads the statements and snapshots of a case and turns their codes into words. */
export function useCaseWords(caseNo: string): CaseWords {
  const t = useText("case");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: said } = useSuspenseQuery(statementsQuery(caseNo));
  const { data: now } = useSuspenseQuery(caseQuery(caseNo));
  const handedIn: Snapshots[] = kindOf(now) === "filing" ? [snapshotsQuery(caseNo)] : []; // only a filing has an application
  const snapshots = useSuspenseQueries({ queries: handedIn })[0]?.data;
  return useMemo(() => {
    const applied = snapshots?.items.at(-1)?.content;
    return {
      t, reference, names: namesIn(said.items, now.openTasks), statements: said.items, applied,
      occupations: applied?.application.occupations.rows ?? [],
    };
  }, [t, reference, said, snapshots, now]);
}

/** lastSaid finds the newest statement of a stage with one of the verdicts. */
export function lastSaid(statements: readonly Schemas["Statement"][], stage: string, ...verdicts: string[]): Schemas["Statement"] | undefined {
  return statements.filter((s) => s.stage === stage && (verdicts.length === 0 || verdicts.includes(s.verdict))).at(-1);
}
