import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api, queryClient, type Schemas } from "@/api/client";

export type Batch = Schemas["Batch"];
export type BatchState = Schemas["BatchState"];
export type Offer = Schemas["BatchOffer"];
export type Result = Schemas["Result"];
export type Which = "all" | "attention" | "changed";

const page = 50;
const wholePage = 200;

/** A batch has the number of its case, so that all that is known of it is forgotten with the case. */
const batchKey = (batchNo: string) => ["case", batchNo, "batch"] as const;

/** batchesQuery lists batches, the newest first: an enterprise's own, or those handed in within an office's city. */
export function batchesQuery(state: BatchState | "") {
  return infiniteQueryOptions({
    queryKey: ["cases", "batches", state],
    queryFn: ({ pageParam }) => answer(api.GET("/api/batches", { params: { query: { limit: page, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** offerQuery says what the own filing lets a new batch be. */
export const offerQuery = queryOptions({
  queryKey: ["cases", "batches", "offer"],
  queryFn: () => answer(api.GET("/api/batches/offer")),
  staleTime: 5 * 60_000,
});

/** offerOf says what the plan of a batch may be: it keeps the edition of the template that it began with. */
export function offerOf(batchNo: string) {
  return queryOptions({
    queryKey: ["cases", "batches", "offer", batchNo],
    queryFn: () => answer(api.GET("/api/batches/offer", { params: { query: { batch: batchNo } } })),
    staleTime: 5 * 60_000,
  });
}

const making = 2000;

/** isMaking says whether certificates are numbered and some of their PDFs are still to come. */
export const isMaking = (batch: Pick<Batch, "issued" | "made">) => batch.made < batch.issued;

/** batchQuery reads one batch; while its certificates are being made it is asked again. */
export function batchQuery(batchNo: string) {
  return queryOptions({
    queryKey: batchKey(batchNo),
    queryFn: () => answer(api.GET("/api/batches/{batchNo}", { params: { path: { batchNo } } })),
    refetchInterval: (query) => (query.state.data && isMaking(query.state.data) ? making : false),
  });
}

/** resultsQuery lists the rows of a batch. */
export function resultsQuery(batchNo: string, which: Which) {
  return infiniteQueryOptions({
    queryKey: [...batchKey(batchNo), "results", which],
    queryFn: ({ pageParam }) => answer(api.GET("/api/batches/{batchNo}/results", { params: { path: { batchNo }, query: { which, limit: page, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next || undefined,
  });
}

/** returnedQuery reads all rows that the audit gave back. */
export function returnedQuery(batchNo: string, count: number) {
  return queryOptions({
    queryKey: [...batchKey(batchNo), "returned"],
    queryFn: async () => {
      const rows: Result[] = [];
      for (let cursor: string | undefined = ""; cursor !== undefined && rows.length < count; ) {
        const list: Schemas["ResultList"] = await answer(api.GET("/api/batches/{batchNo}/results", { params: { path: { batchNo }, query: { which: "attention", limit: wholePage, ...(cursor ? { cursor } : {}) } } }));
        rows.push(...list.items.filter((row) => row.verdict === "return"));
        cursor = list.next || undefined;
      }
      return rows;
    },
    refetchOnWindowFocus: false,
  });
}

/** certificatesQuery lists the certificates of a batch; while they are being made the list is asked again. */
export function certificatesQuery(batchNo: string, running: boolean) {
  return infiniteQueryOptions({
    queryKey: [...batchKey(batchNo), "certificates"],
    queryFn: ({ pageParam }) => answer(api.GET("/api/batches/{batchNo}/certificates", { params: { path: { batchNo }, query: { limit: page, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next || undefined,
    refetchInterval: running ? 2 * making : false,
  });
}

/** checkQuery has uploaded files read and judged; nothing is stored. The same files are judged once. */
export function checkQuery(batch: Pick<Batch, "batchNo" | "version">, files: Schemas["ResultFiles"] | undefined) {
  const { batchNo } = batch;
  return queryOptions({
    queryKey: ["batch check", batchNo, batch.version, files?.workbook ?? "", files?.photos ?? ""],
    queryFn: () => answer(api.POST("/api/batches/{batchNo}/results/check", { params: { path: { batchNo } }, body: files ?? { workbook: "" } })),
    enabled: files !== undefined,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** policyTodayQuery reads the settings in force today. */
export const policyTodayQuery = queryOptions({
  queryKey: ["policy", "today"],
  queryFn: () => answer(api.GET("/api/policy", {})),
  staleTime: 60 * 60_000,
});

/** bytesOf reads a setting in MiB as bytes. */
export function bytesOf(edition: Schemas["PolicyEdition"] | undefined, key: string): number | undefined {
  const value = Number(edition?.parameters.find((parameter) => parameter.key === key)?.value);
  return value > 0 ? value * (1 << 20) : undefined;
}

/** forgetBatch has a batch, its case and every list of batches read again. */
export async function forgetBatch(batchNo: string): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ["case", batchNo] }), queryClient.invalidateQueries({ queryKey: ["cases"] })]);
}
