import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queryClient, sessionKey, type Schemas } from "@/api/client";
import { problemOf, type Problem } from "@/api/problem";
import { typeOf } from "../upload/rules";
import { fetchContent, keyOf, type Source } from "./source";

/** The reason that each person gave last for each case, so that seven documents of one case ask once. */
const given = new Map<string, string>();

/** place names person and case: a reason given for one case says nothing of another. */
function place(): string {
  const person = queryClient.getQueryData<Schemas["Session"] | null>(sessionKey)?.user.id ?? "";
  return `${person} ${/\/(?:cases|applications)\/([^/]+)/.exec(window.location.pathname)?.[1] ?? window.location.pathname}`;
}

/** Viewed is a file on its way to the screen. */
export interface Viewed {
  kind: ReturnType<typeof typeOf>;
  blob: Blob | undefined;
  loading: boolean;
  problem: Problem | undefined;
  reason: string;
  wantsReason: boolean;
  giveReason: (reason: string) => void;
  again: () => void;
}

/** useContent fetches a file; where it holds personal data of others, the reason goes with it. */
export function useContent(source: Source, reasonGiven: string | undefined): Viewed {
  const [reason, setReason] = useState(() => reasonGiven || given.get(place()) || "");
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keyOf(source, reason),
    queryFn: ({ signal }) => fetchContent(source, reason, signal),
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const problem = error ? problemOf(error) : undefined;
  return {
    kind: source.paper ? "pdf" : typeOf(source.type || data?.type, source.name),
    blob: data,
    loading: isPending,
    problem,
    reason,
    wantsReason: problem?.fields.some((field) => field.pointer === "/reason") ?? false,
    giveReason: (words) => {
      given.set(place(), words);
      setReason(words);
    },
    again: () => void refetch(),
  };
}
