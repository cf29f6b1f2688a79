import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

const page = 200;

/** attentionQuery reads the rows of a batch that somebody must look at. They stay as they are while they are audited. */
export function attentionQuery(batchNo: string) {
  return infiniteQueryOptions({
    queryKey: ["case", batchNo, "batch", "attention"],
    queryFn: ({ pageParam }) => answer(api.GET("/api/batches/{batchNo}/results", { params: { path: { batchNo }, query: { which: "attention", limit: page, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next || undefined,
    refetchOnWindowFocus: false,
  });
}

/** photoHref is where a candidate's photo is. */
export function photoHref(batchNo: string, no: number): string {
  return `/api/batches/${encodeURIComponent(batchNo)}/results/${no}/photo`;
}
