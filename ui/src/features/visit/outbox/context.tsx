import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import type { BoxState } from "./box";
import { minding } from "./clock";
import { keptFor } from "./kept";
import { Outbox } from "./outbox";
import { isUnsaved } from "./record";

const Held = createContext<Outbox | undefined>(undefined);

/** OutboxProvider opens the outbox of one person and keeps it sending while the page is open. */
export function OutboxProvider({ user, children }: { user: string; children: ReactNode }) {
  const [outbox] = useState(() => new Outbox(keptFor(user)));
  useEffect(() => {
    const unmind = minding();
    const stop = outbox.start();
    return () => {
      stop();
      unmind();
    };
  }, [outbox]);
  return <Held value={outbox}>{children}</Held>;
}

/** useOutbox gives the outbox of the person who is signed in. */
export function useOutbox(): Outbox {
  const outbox = use(Held);
  if (!outbox) throw new Error("there is no outbox around this");
  return outbox;
}

/** useBox gives what the outbox holds, and renders again when that changes. */
export function useBox(): BoxState {
  const { box } = useOutbox();
  return useSyncExternalStore(box.subscribe, box.snapshot);
}

/** waitingIn counts what has not reached the server yet: photos, and records with entries. */
export function waitingIn(state: BoxState): { photos: number; records: number; submissions: number } {
  const visits = Object.values(state.visits);
  return {
    photos: Object.values(state.photos).filter((photo) => photo.state === "kept").length,
    records: visits.filter((visit) => visit.submission || isUnsaved(visit)).length,
    submissions: visits.filter((visit) => visit.submission).length,
  };
}
