import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { problemOf, type Problem } from "@/api/problem";
import { whileThere } from "@/api/idle";
import { newsOf, upToDate, type Poll } from "./fresh";
import type { List } from "./list";
import { taskKey } from "./trail";

type Task = Schemas["Task"];
type Page = Schemas["TaskList"];

const pageSize = 50;
const pollSize = 100;
const pollEvery = 30_000;

function keyOf({ pages: _, ...narrowing }: List) {
  return ["tasks", narrowing] as const;
}

function ask(list: List, expert: boolean, limit: number, cursor?: string): Promise<Page> {
  const { tab, stage, region, urgency, q, by } = list;
  const scope = expert && tab === "mine" ? "group" : tab; // what an expert may answer is theirs, begun or not
  return answer(api.GET("/api/tasks", {
    params: { query: { scope, stage: stage || undefined, region: region || undefined, urgency: urgency || undefined, q: q || undefined, by: tab === "done" && by ? by : undefined, cursor, limit } },
  }));
}

/** Tasks is a list on the screen. It changes its order only when the reader asks for that. */
export interface Tasks {
  rows: Task[];
  counts: Schemas["TaskCounts"] | undefined;
  /** How many tasks have come since. */
  fresh: number;
  gone: ReadonlySet<string>;
  loading: boolean;
  /** Why there is no list, or why it could not be read again; in the second case the rows stay. */
  problem: Problem | undefined;
  more: (() => void) | undefined;
  busy: boolean;
  refresh(): void;
  /** put shows another state of a task at once, where its row stands. */
  put(task: Task): void;
}

/** useTasks reads a list of tasks page by page, and looks every half minute what has come. */
export function useTasks(list: List, expert: boolean, onPages: (pages: number) => void): Tasks {
  const key = keyOf(list);
  const read = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(list, expert, pageSize, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
    refetchOnReconnect: false,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = read;
  const loadedPages = data?.pages.length ?? 0;

  // An address that says three pages shows three, also after a reload.
  useEffect(() => {
    if (!isPlaceholderData && hasNextPage && !isFetchingNextPage && !read.isError && loadedPages > 0 && loadedPages < list.pages) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData, list.pages, loadedPages, read.isError]);

  const poll = useQuery({
    queryKey: ["tasks-poll", ...key],
    queryFn: () => ask(list, expert, pollSize),
    refetchInterval: whileThere(pollEvery),
    staleTime: pollEvery,
    enabled: !isPlaceholderData && data !== undefined,
  });
  // What was read before the list itself is no news of it.
  const now: Poll | undefined = poll.data && poll.dataUpdatedAt >= read.dataUpdatedAt ? { items: poll.data.items, whole: !poll.data.next } : undefined;

  const loaded = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const rows = useMemo(() => upToDate(loaded, now), [loaded, now]);
  const news = newsOf(rows, hasNextPage, list.tab === "done" ? undefined : now);
  return {
    rows,
    counts: (now && poll.data ? poll.data : data?.pages[0])?.counts,
    fresh: news.count,
    gone: news.gone,
    loading: read.isPending || isPlaceholderData || (read.isRefetching && !isFetchingNextPage),
    problem: read.error ? problemOf(read.error) : undefined,
    more: hasNextPage && !isPlaceholderData ? () => onPages(loadedPages + 1) : undefined,
    busy: isFetchingNextPage,
    refresh: () => void read.refetch(),
    put: (task) => queryClient.setQueryData<InfiniteData<Page>>(key, (before) => before && {
      ...before,
      pages: before.pages.map((page) => ({ ...page, items: page.items.map((one) => (taskKey(one) === taskKey(task) ? task : one)) })),
    }),
  };
}
