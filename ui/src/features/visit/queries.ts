import { queryOptions } from "@tanstack/react-query";
import { answer, api, queryClient } from "@/api/client";
import { referenceQuery, snapshotsQuery, statementsQuery, taskQuery } from "@/features/task/queries";
import { aboutOf, type Sources } from "./about";
import type { VisitRef } from "./outbox/record";

const asked = ["mine", "claimable"] as const;

/** visitsQuery lists the site visits that are open for this person: their own first, then those that nobody has taken. */
export const visitsQuery = queryOptions({
  queryKey: ["tasks", "siteVisit"],
  queryFn: async () => {
    const pages = await Promise.all(asked.map((scope) => answer(api.GET("/api/tasks", { params: { query: { scope, stage: "siteVisit", limit: 100 } } }))));
    const seen = new Set<string>();
    return pages.flatMap(({ items }) => items).filter((task) => {
      const key = `${task.caseNo} ${task.id}`;
      return !seen.has(key) && seen.add(key);
    });
  },
});

/** sourcesQuery reads all that a visit needs to know of its case. */
export function sourcesQuery(ref: VisitRef) {
  return queryOptions({
    queryKey: ["visit", ref.caseNo, ref.round, ref.slot],
    queryFn: async (): Promise<Sources> => {
      const [view, snapshots, statements, reference] = await Promise.all([
        queryClient.fetchQuery({ ...taskQuery({ ...ref, stage: "siteVisit" }), staleTime: 0 }),
        queryClient.fetchQuery(snapshotsQuery(ref.caseNo)),
        queryClient.fetchQuery({ ...statementsQuery(ref.caseNo), staleTime: 0 }),
        queryClient.fetchQuery(referenceQuery),
      ]);
      return { view, snapshots: snapshots.items, statements: statements.items, conditions: reference.conditions };
    },
  });
}

/** aboutQuery reads only what a card of the list shows. */
export function aboutQuery(ref: VisitRef) {
  return queryOptions({ ...sourcesQuery(ref), select: aboutOf });
}
