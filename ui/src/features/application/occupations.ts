import { queryOptions, useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import type { OccupationRow } from "./matrix";

export type Occupation = Schemas["Occupation"];

const long = 10 * 60_000;

/** searchQuery looks an occupation up by code, name or the first letters of its pinyin; those that may not be filed are found too. */
export function searchQuery(typed: string) {
  return queryOptions({
    queryKey: ["occupations", "search", typed],
    queryFn: () => answer(api.GET("/api/occupations", { params: { query: { q: typed, limit: 12 } } })),
    staleTime: long,
  });
}

/** occupationQuery reads one occupation and whether it, with this work type, may be filed. */
export function occupationQuery(code: string, workType: string) {
  return queryOptions({
    queryKey: ["occupations", code, workType],
    queryFn: () => answer(api.GET("/api/occupations/{code}", { params: { path: { code }, query: workType ? { workType } : {} } })),
    staleTime: long,
  });
}

/** policyQuery reads the parameters in force today. */
export const policyQuery = queryOptions({
  queryKey: ["reference", "policy"],
  queryFn: () => answer(api.GET("/api/policy")),
  staleTime: long,
});

const passMark = "pass.mark";

/** usePassMark is the mark that a part needs by the present setting. */
export function usePassMark(): number {
  const { data } = useSuspenseQuery(policyQuery);
  const value = data.parameters.find((p) => p.key === passMark)?.value as unknown;
  return typeof value === "number" ? value : 0;
}

/** Judged is what the catalogue says of a row: not known yet, unknown there, or the occupation. */
export type Judged = { state: "asking" } | { state: "unknown" } | { state: "known"; occupation: Occupation };

/** useJudged asks the catalogue about every row at once. */
export function useJudged(rows: readonly OccupationRow[]): Judged[] {
  const workTypes = useSettled(rows.map((row) => row.workType.trim()).join("\n"), 600).split("\n");
  return useQueries({
    queries: rows.map((row, i) => occupationQuery(row.code, workTypes[i] ?? "")),
    combine: (results) =>
      results.map((result): Judged => {
        if (result.data) return { state: "known", occupation: result.data };
        return result.isError ? { state: "unknown" } : { state: "asking" };
      }),
  });
}

/** useSettled gives a value once it has not changed for a while. */
export function useSettled<T>(value: T, after: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), after);
    return () => window.clearTimeout(timer);
  }, [value, after]);
  return settled;
}
