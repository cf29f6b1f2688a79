import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Schemas } from "@/api/client";
import { problemOf, type Problem } from "@/api/problem";
import { resultsQuery } from "../batch/queries";
import { attentionQuery } from "./queries";
import { groupOf, inOrder } from "./sheet";

type Result = Schemas["Result"];

/** Rows are the rows of a batch under audit. */
export interface Rows {
  /** What somebody must look at, findings first; complete says that all of it is there. */
  attention: Result[];
  complete: boolean;
  /** The others, as far as they were asked for. */
  rest: Result[];
  more: (() => void) | undefined;
  busy: boolean;
  loading: boolean;
  problem: Problem | undefined;
  retry: () => void;
}

/** useRows reads all rows that somebody must look at, page by page, and the others when they are asked for. */
export function useRows(batchNo: string, withRest: boolean): Rows {
  const first = useInfiniteQuery(attentionQuery(batchNo));
  const others = useInfiniteQuery({ ...resultsQuery(batchNo, "all"), enabled: withRest, refetchOnWindowFocus: false });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = first;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const attention = useMemo(() => inOrder(first.data?.pages.flatMap((page) => page.items) ?? []), [first.data]);
  const rest = useMemo(() => others.data?.pages.flatMap((page) => page.items).filter((row) => groupOf(row) === "rest") ?? [], [others.data]);
  const failed = first.error ?? others.error;
  return {
    attention,
    complete: first.isSuccess && !first.hasNextPage,
    rest,
    more: others.hasNextPage ? () => void others.fetchNextPage() : undefined,
    busy: others.isFetching,
    loading: first.isPending,
    problem: failed ? problemOf(failed) : undefined,
    retry: () => void (first.isError ? first.refetch() : others.refetch()),
  };
}
