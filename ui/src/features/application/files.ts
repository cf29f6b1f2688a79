import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import type { Documents } from "./section";

type Document = Schemas["Document"];

const pages = 10;

/** filesQuery reads every document of the enterprise, the newest first. */
export const filesQuery = queryOptions({
  queryKey: ["documents", "own"],
  queryFn: async () => {
    const all: Document[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < pages; page++) {
      const list = await answer(api.GET("/api/documents", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }));
      all.push(...list.items);
      cursor = list.next;
      if (!cursor) break;
    }
    return all;
  },
  staleTime: 60_000,
});

function keep(documents: readonly Document[]): string[] {
  queryClient.setQueryData(filesQuery.queryKey, (known) => {
    const fresh = documents.filter((document) => !known?.some((other) => other.id === document.id && other.state === document.state));
    if (!known || fresh.length === 0) return known ?? [...documents];
    return [...fresh, ...known.filter((other) => !fresh.some((document) => document.id === other.id))];
  });
  return documents.map((document) => document.id);
}

/** useFiles gives the enterprise's uploaded files, those of this moment included. */
export function useFiles(): Documents {
  const { data } = useSuspenseQuery(filesQuery);
  return useMemo(() => {
    const byId = new Map(data.map((document) => [document.id, document]));
    return {
      all: data.filter((document) => document.state === "accepted"),
      of: (ids) => ids.flatMap((id) => byId.get(id) ?? []),
      keep,
    };
  }, [data]);
}
