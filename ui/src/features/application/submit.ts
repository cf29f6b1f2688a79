import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { newKey, settle } from "@/api/command";
import { problemOf, type Problem } from "@/api/problem";
import { applicationKey, readApplication } from "./queries";
import { forgetDrafts } from "./save";

/** Submitting is how far the submission of an application has come. */
export interface Submitting {
  submit(): void;
  busy: boolean;
  /** waiting: it is durable and takes longer than usual. */
  waiting: boolean;
  problem: Problem | undefined;
}

/** useSubmit hands an application in. A retry goes under the same Idempotency-Key, so that two presses make one case. */
export function useSubmit(applicationId: string, flush: () => Promise<unknown>): Submitting {
  const navigate = useNavigate();
  const wish = useRef({ version: 0, key: "" });
  const [waiting, setWaiting] = useState(false);
  const mutation = useMutation({
    mutationFn: async () => {
      setWaiting(false);
      await flush();
      const { version } = await readApplication(applicationId);
      if (wish.current.version !== version) wish.current = { version, key: newKey() };
      const outcome = await answer(
        api.POST("/api/applications/{applicationId}/submission", {
          params: { path: { applicationId }, header: { "Idempotency-Key": wish.current.key } },
          body: { version },
        }),
      );
      return settle(outcome, () => setWaiting(true));
    },
    onSuccess: async () => {
      await forgetDrafts(applicationId);
      await queryClient.invalidateQueries({ queryKey: ["applications"] });
      await queryClient.invalidateQueries({ queryKey: ["cases"] });
      await navigate({ to: "/app/applications/$applicationId", params: { applicationId } });
    },
    onError: (thrown) => {
      if (!problemOf(thrown).again) void queryClient.invalidateQueries({ queryKey: applicationKey(applicationId) });
    },
  });
  return {
    submit: () => mutation.mutate(),
    busy: mutation.isPending,
    waiting,
    problem: mutation.error ? problemOf(mutation.error) : undefined,
  };
}
