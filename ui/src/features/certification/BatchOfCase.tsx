import { useSuspenseQuery } from "@tanstack/react-query";
import { BatchFacts } from "./BatchFacts";
import { batchQuery } from "./batch/queries";

/** BatchOfCase is the head of the batch that a case is about. */
export function BatchOfCase({ batchNo }: { batchNo: string }) {
  const { data: batch } = useSuspenseQuery(batchQuery(batchNo));
  return <BatchFacts batch={batch} />;
}
