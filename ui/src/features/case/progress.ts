import type { Schemas } from "@/api/client";

/** Stretch is one stage as the case passes it, or as it will. */
export interface Stretch {
  key: string;
  stage: string;
  name: string;
  /** From 1; 0 where the stage is still to come. */
  round: number;
  state: "done" | "current" | "paused" | "todo";
  from?: string;
  to?: string;
  /** Working days that it took. */
  workdays?: number;
}

type Planned = Pick<Schemas["PlannedStage"], "stage" | "name" | "detour">;

/**
 * stretchesOf lays the way of a case out: every stage that it has been in, in order and with its rounds, then those that are
 * still to come on the straight way.
 */
export function stretchesOf(now: Pick<Schemas["Case"], "stages" | "outcome" | "stage">, paused: boolean, plan: readonly Planned[]): Stretch[] {
  const closed = now.outcome !== "";
  const passed = now.stages.filter((span) => span.stage !== "finished").map((span, i, all): Stretch => {
    const last = i === all.length - 1 && !span.to && !closed;
    const state = last ? (paused ? "paused" : "current") : "done";
    return {
      key: `${span.stage}/${span.round}`, stage: span.stage, name: span.name, round: span.round, state, from: span.from,
      ...(span.to ? { to: span.to } : {}), ...(span.workdays === undefined ? {} : { workdays: span.workdays }),
    };
  });
  if (closed) return passed;
  const main = plan.filter((p) => !p.detour && p.stage !== "finished");
  const at = now.stage === "supplement" || now.stage === "correction" ? 0 : now.stage === "rectification" ? main.findIndex((p) => p.stage === "verification") : main.findIndex((p) => p.stage === now.stage) + 1;
  const coming = main.slice(Math.max(at, 0)).map((p): Stretch => ({ key: p.stage, stage: p.stage, name: p.name, round: 0, state: "todo" }));
  return [...passed, ...coming];
}
