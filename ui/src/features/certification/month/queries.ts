import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { statementsQuery } from "@/features/task/queries";
import { monthOfCase } from "./month";

export type Summary = Schemas["Summary"];

const page = 50;
const wholePage = 200;

/** summariesQuery lists monthly summaries: the own enterprise's, or those of a city in a month. */
export function summariesQuery(month: string) {
  return infiniteQueryOptions({
    queryKey: ["cases", "summaries", month],
    queryFn: ({ pageParam }) => answer(api.GET("/api/summaries", { params: { query: { limit: page, ...(month ? { month } : {}), ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** summaryQuery finds the summary of a case. */
export function summaryQuery(caseNo: string, own: boolean) {
  const { month } = monthOfCase(caseNo);
  return queryOptions({
    queryKey: ["case", caseNo, "summary"],
    queryFn: async () => {
      for (let cursor: string | undefined = ""; cursor !== undefined; ) {
        const list: Schemas["SummaryList"] = await answer(api.GET("/api/summaries", { params: { query: { limit: wholePage, ...(own ? {} : { month }), ...(cursor ? { cursor } : {}) } } }));
        const found = list.items.find((one) => one.caseNo === caseNo);
        if (found) return found;
        cursor = list.next || undefined;
      }
      return null;
    },
  });
}

/** SummarySheet is what an enterprise says with its report of a month. */
export interface SummarySheet {
  filler: string;
  checker: string;
  confirmed: boolean;
  note: string;
}

/** reportSaid reads what was said with the last report of a case. */
export function reportSaid(statements: readonly Schemas["Statement"][]): SummarySheet | undefined {
  return statements.filter((one) => one.stage === "summary" && one.verdict === "report").at(-1)?.content.sheet as SummarySheet | undefined;
}

/** lastReportQuery reads who filled and checked the report before this one, so that nobody writes the same names every month. */
export function lastReportQuery(caseNo: string) {
  return queryOptions({
    queryKey: ["case", caseNo, "summary before"],
    queryFn: async () => {
      const list = await answer(api.GET("/api/summaries", { params: { query: { limit: 12 } } }));
      const { month } = monthOfCase(caseNo);
      const before = list.items.find((one) => one.reported && one.month < month);
      if (!before) return null;
      return reportSaid((await queryClient.fetchQuery(statementsQuery(before.caseNo))).items) ?? null;
    },
    staleTime: Infinity,
  });
}

/** rollUpsQuery reads the editions of a month, and what waits to be handed on. */
export function rollUpsQuery(month: string) {
  return queryOptions({
    queryKey: ["cases", "roll-ups", month],
    queryFn: () => answer(api.GET("/api/roll-ups", { params: { query: { month } } })),
  });
}

/** summaryHref is where a summary lies as a workbook. */
export function summaryHref({ filingNo, month }: Pick<Summary, "filingNo" | "month">): string {
  return `/api/summaries/${encodeURIComponent(filingNo)}/${month}/workbook`;
}
