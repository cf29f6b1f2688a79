import { answer, api, type Schemas } from "./client";
import { Problem } from "./problem";

/** Settled is a decision that stands in the record. */
export type Settled = Schemas["Settled"];

type Outcome = Settled | Schemas["Submitted"] | Schemas["Command"];

const wait = 700;
const patience = 120_000;

/** newKey makes the Idempotency-Key of one wish; every retry of the wish sends the same. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * settle waits until a command is recorded. The server answers 202 when that takes longer than a moment: the wish is
 * durable then, and is asked after here; `waiting` tells the person so.
 */
export async function settle<T extends Outcome>(outcome: T, waiting?: () => void): Promise<Settled> {
  if (!("state" in outcome)) return outcome as unknown as Settled;
  const until = Date.now() + patience;
  let command: Schemas["Command"] = outcome;
  waiting?.();
  while (command.state === "sent") {
    if (Date.now() > until) throw new Problem({ status: 503, code: "slow", detail: "" });
    await new Promise((resolve) => setTimeout(resolve, wait));
    command = await answer(api.GET("/api/commands/{commandId}", { params: { path: { commandId: command.id } } }));
  }
  if (command.state === "refused") {
    throw new Problem({ status: 409, code: command.refusal?.code ?? "refused", detail: command.refusal?.message ?? "" });
  }
  return { commandId: command.id, seq: command.seq ?? 0, stage: command.stage ?? "" };
}
