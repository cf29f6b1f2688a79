import { queryOptions } from "@tanstack/react-query";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { taskPath, taskQueryKey } from "./path";

/** taskQuery reads a task with all that is needed to decide it. */
export function taskQuery(task: Pick<Schemas["Task"], "caseNo" | "stage" | "round" | "slot">) {
  return queryOptions({
    queryKey: taskQueryKey(task),
    queryFn: () => answer(api.GET("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}", { params: { path: taskPath(task) } })),
    refetchOnWindowFocus: false, // what is typed stays on the screen until the person acts, and then learns who was first
    refetchOnReconnect: false,
  });
}

/** caseQuery reads where a case stands. */
export function caseQuery(caseNo: string) {
  return queryOptions({
    queryKey: ["case", caseNo],
    queryFn: () => answer(api.GET("/api/cases/{caseNo}", { params: { path: { caseNo } } })),
  });
}

/** snapshotsQuery reads the application as it was handed in, at first and at every supplement. */
export function snapshotsQuery(caseNo: string) {
  return queryOptions({
    queryKey: ["case", caseNo, "snapshots"],
    queryFn: () => answer(api.GET("/api/cases/{caseNo}/snapshots", { params: { path: { caseNo } } })),
  });
}

/** differencesQuery reads what changed between two snapshots. */
export function differencesQuery(caseNo: string, from: number, to: number) {
  return queryOptions({
    queryKey: ["case", caseNo, "differences", from, to],
    queryFn: () => answer(api.GET("/api/cases/{caseNo}/differences", { params: { path: { caseNo }, query: { from, to } } })),
  });
}

/** statementsQuery reads what was said with each decision. */
export function statementsQuery(caseNo: string) {
  return queryOptions({
    queryKey: ["case", caseNo, "statements"],
    queryFn: () => answer(api.GET("/api/cases/{caseNo}/statements", { params: { path: { caseNo } } })),
  });
}

/** papersQuery reads the letters, forms and receipts of a case; while one is being made it is asked again. */
export function papersQuery(caseNo: string) {
  return queryOptions({
    queryKey: ["case", caseNo, "papers"],
    queryFn: () => answer(api.GET("/api/cases/{caseNo}/papers", { params: { path: { caseNo } } })),
    refetchInterval: (query) => (query.state.data?.items.some((paper) => paper.state === "due") ? 2000 : false),
  });
}

/** referenceQuery reads materials, conditions, sections, defect reasons, stages, verdicts and limits of a filing. */
export const referenceQuery = queryOptions({
  queryKey: ["reference", "filing"],
  queryFn: () => answer(api.GET("/api/reference/filing")),
  staleTime: 10 * 60_000,
});

/** forgetCase has everything that is known of a case, and every list, read again. */
export async function forgetCase(caseNo: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["case", caseNo] }),
    queryClient.invalidateQueries({ queryKey: ["task", caseNo] }),
    queryClient.invalidateQueries({ queryKey: ["tasks"] }),
    queryClient.invalidateQueries({ queryKey: ["cases"] }),
    queryClient.invalidateQueries({ queryKey: ["applications"] }),
  ]);
}
