import { useCallback, useRef, useState } from "react";
import type { Draft } from "@/draft/autosave";
import type { SectionCode, Values } from "./section";

type Kept = Pick<Draft<unknown>, "status" | "savedAt" | "flush" | "problem">;

/** Live is what the sections that are open on one page hold now, saved or not. */
export interface Live {
  values: Partial<Values>;
  /** report tells what a section holds; the page hears of it at once. */
  report: <S extends SectionCode>(section: S, value: Values[S], kept: Kept) => void;
  /** flush saves every open section; it throws the first Problem. */
  flush: () => Promise<void>;
  /** unsaved lists the open sections that the server does not take. */
  unsaved: SectionCode[];
}

const barred = new Set(["retrying", "refused", "conflict"]);

/** useLive gathers the sections that are edited in place, each with a draft of its own. */
export function useLive(): Live {
  const [values, setValues] = useState<Partial<Values>>({});
  const [unsaved, setUnsaved] = useState<SectionCode[]>([]);
  const drafts = useRef(new Map<SectionCode, Kept>());
  const report = useCallback(<S extends SectionCode>(section: S, value: Values[S], kept: Kept) => {
    drafts.current.set(section, kept);
    setValues((before) => (before[section] === value ? before : { ...before, [section]: value }));
    setUnsaved((before) => {
      const next = [...drafts.current].filter(([, draft]) => barred.has(draft.status)).map(([code]) => code);
      return next.join() === before.join() ? before : next;
    });
  }, []);
  const flush = useCallback(async () => {
    for (const draft of drafts.current.values()) await draft.flush();
  }, []);
  return { values, report, flush, unsaved };
}
