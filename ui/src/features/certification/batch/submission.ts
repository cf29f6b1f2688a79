import { missingEvidence } from "./plan";
import type { Batch, Offer } from "./queries";

/** SubmissionGap is one thing that stands against handing the results in. */
export type SubmissionGap =
  | { code: "rows" | "promise" }
  | { code: "wrong"; n: number }
  | { code: "evidence"; kind: string; name: string }
  | { code: "notOver"; date: string };

/** submissionGaps lists everything that stands against handing results in, as the server will judge it. */
export function submissionGaps(batch: Pick<Batch, "rows" | "wrong" | "plan">, offer: Offer, today: string, promise: boolean): SubmissionGap[] {
  const gaps: SubmissionGap[] = [];
  if (batch.rows === 0) gaps.push({ code: "rows" });
  if (batch.wrong > 0) gaps.push({ code: "wrong", n: batch.wrong });
  for (const { kind, name } of missingEvidence(offer, batch.plan)) gaps.push({ code: "evidence", kind, name });
  if (batch.plan.to && batch.plan.to > today) gaps.push({ code: "notOver", date: batch.plan.to });
  if (!promise) gaps.push({ code: "promise" });
  return gaps;
}
