import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { newKey, settle, type Settled } from "@/api/command";
import { problemOf, type Problem } from "@/api/problem";
import { forgetCase } from "./queries";
import { taskPath } from "./path";

/** Wish is a decision without what the page adds to it. */
export type Wish = Omit<Schemas["Decision"], "version">;

/** Deciding is how far a decision has come. */
export interface Deciding {
  decide(wish: Wish): Promise<Settled | undefined>;
  busy: boolean;
  /** waiting: it is durable and takes longer than usual. */
  waiting: boolean;
  problem: Problem | undefined;
  settled: (Settled & { verdict: string }) | undefined;
  dismiss(): void;
}

/** useDecide sends a decision. A retry of the same wish goes under the same Idempotency-Key and counts once. */
export function useDecide(task: Schemas["Task"]): Deciding {
  const wish = useRef({ words: "", key: "" });
  const [waiting, setWaiting] = useState(false);
  const [settled, setSettled] = useState<Deciding["settled"]>();
  const mutation = useMutation({
    mutationFn: async (body: Wish) => {
      const words = JSON.stringify(body);
      if (wish.current.words !== words) wish.current = { words, key: newKey() };
      setWaiting(false);
      const outcome = await answer(
        api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/decision", {
          params: { path: taskPath(task), header: { "Idempotency-Key": wish.current.key } },
          body: { ...body, version: task.version },
        }),
      );
      return settle(outcome, () => setWaiting(true));
    },
  });
  return {
    decide: async (body) => {
      try {
        const done = await mutation.mutateAsync(body);
        setSettled({ ...done, verdict: body.verdict });
        await forgetCase(task.caseNo);
        return done;
      } catch (thrown) {
        if (!problemOf(thrown).again) wish.current = { words: "", key: "" };
        return undefined;
      } finally {
        setWaiting(false);
      }
    },
    busy: mutation.isPending,
    waiting,
    problem: mutation.error ? problemOf(mutation.error) : undefined,
    settled,
    dismiss: () => mutation.reset(),
  };
}
