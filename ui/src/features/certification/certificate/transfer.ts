import type { StepState } from "@/design";

/** The ways of a certificate's data: 已发证, 已上传省, 全国可查. */
export const transfers = ["issued", "province", "nation"] as const;

/** Transfer is how far a certificate's data have come. */
export type Transfer = (typeof transfers)[number];

/** transferSteps says of each stretch whether it is done; the next one is the current. */
export function transferSteps(now: Transfer): { code: Transfer; state: StepState }[] {
  const at = transfers.indexOf(now);
  return transfers.map((code, i) => ({ code, state: i <= at ? "done" : i === at + 1 ? "current" : "todo" }));
}
