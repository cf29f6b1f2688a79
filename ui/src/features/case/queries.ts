import { queryOptions, useQueries } from "@tanstack/react-query";
import { answer, api, type Schemas } from "@/api/client";

/** eventsQuery reads what happened in a case, with the check of its chain. */
export function eventsQuery(caseNo: string) {
  return queryOptions({
    queryKey: ["case", caseNo, "events"],
    queryFn: () => answer(api.GET("/api/cases/{caseNo}/events", { params: { path: { caseNo } } })),
  });
}

/** documentQuery reads what is known of a document; a stored file does not change. */
export function documentQuery(documentId: string) {
  return queryOptions({
    queryKey: ["document", documentId],
    queryFn: () => answer(api.GET("/api/documents/{documentId}", { params: { path: { documentId } } })),
    staleTime: 10 * 60_000,
  });
}

/** useDocuments reads several documents side by side; one that cannot be read is left out. */
export function useDocuments(ids: readonly string[]): { documents: ReadonlyMap<string, Schemas["Document"]>; reading: boolean } {
  return useQueries({
    queries: ids.map((id) => documentQuery(id)),
    combine: (results) => ({
      documents: new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
      reading: results.some((result) => result.isPending),
    }),
  });
}

/** policyQuery reads the parameters of the edition under which a case began. */
export function policyQuery(edition: string) {
  return queryOptions({
    queryKey: ["policy", edition],
    queryFn: () => answer(api.GET("/api/policy", { params: { query: { edition } } })),
    staleTime: 60 * 60_000,
  });
}

/** enterpriseQuery reads an enterprise with its filing. */
export function enterpriseQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ["enterprise", enterpriseId],
    queryFn: () => answer(api.GET("/api/enterprises/{enterpriseId}", { params: { path: { enterpriseId } } })),
  });
}

/** regionsQuery reads the cities with their bodies, and the provincial bodies. */
export const regionsQuery = queryOptions({
  queryKey: ["regions"],
  queryFn: () => answer(api.GET("/api/regions")),
  staleTime: 10 * 60_000,
});
