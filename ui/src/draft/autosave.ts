import { del, get, set } from "idb-keyval";
import { useCallback, useEffect, useRef, useState } from "react";
import { Problem, problemOf } from "@/api/problem";

/** AutosaveStatus says where what was typed stands. */
export type AutosaveStatus = "clean" | "waiting" | "saving" | "saved" | "retrying" | "conflict" | "refused";

/** Stored is what the server keeps: content and the version that the next save must name. */
export interface Stored<T> {
  content: T;
  version: number;
}

interface LocalCopy<T> extends Stored<T> {
  at: number;
}

/** Draft is what is being typed, kept in the browser at once and on the server after a pause. */
export interface Draft<T> {
  value: T;
  change(next: T | ((before: T) => T)): void;
  status: AutosaveStatus;
  savedAt: Date | undefined;
  problem: Problem | undefined;
  /** version is the server's version of what is saved. */
  version: number;
  /** flush saves now what is not saved yet, and gives the version; it throws the Problem that stands against it. */
  flush(): Promise<number>;
  /** keepMine saves over what somebody else has saved meanwhile; takeTheirs gives up what was typed. */
  keepMine(theirs: Stored<T>): void;
  takeTheirs(theirs: Stored<T>): void;
  /** forget drops the copy in the browser: what it held is submitted. */
  forget(): Promise<void>;
}

/** DraftOptions: inBrowser false keeps no copy in the browser, for what must not lie there in clear, such as ID numbers. */
export interface DraftOptions {
  inBrowser?: boolean;
}

const pause = 1000;
const retry = 5000;

/** overtaken: the copy in the browser is of an older version than what the server has by now. */
const overtaken = () => new Problem({ status: 409, code: "stale", detail: "" });

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * useDraft keeps a draft: one second after the last change, on blur and before the page is left it is saved; until the server
 * has it, a copy lies in the browser, so that neither a lost network nor a closed tab loses a character.
 */
export function useDraft<T>(key: string, stored: Stored<T>, save: (content: T, version: number) => Promise<{ version: number; savedAt: string }>, { inBrowser = true }: DraftOptions = {}): Draft<T> {
  const [value, setValue] = useState(stored.content);
  const [status, setStatus] = useState<AutosaveStatus>("clean");
  const [savedAt, setSavedAt] = useState<Date>();
  const [problem, setProblem] = useState<Problem>();
  const state = useRef({ value: stored.content, version: stored.version, saved: stored.content, timer: 0, conflict: undefined as Problem | undefined, running: undefined as Promise<number> | undefined, stopped: false, save, key });
  state.current.save = save;
  state.current.key = key;

  const schedule = useCallback((after: number) => {
    const s = state.current;
    window.clearTimeout(s.timer);
    s.timer = window.setTimeout(() => void run().catch(() => undefined), after);
  }, []);

  const run = useCallback(async (): Promise<number> => {
    const s = state.current;
    window.clearTimeout(s.timer);
    while (s.running) {
      await s.running.catch(() => undefined);
    }
    if (s.conflict) throw s.conflict; // the person chooses first
    if (same(s.value, s.saved)) {
      setStatus((before) => (before === "waiting" ? "clean" : before)); // it was taken back
      await del(s.key).catch(() => undefined);
      return s.version;
    }
    const sending = s.value;
    setStatus("saving");
    s.running = (async () => {
      try {
        const done = await s.save(sending, s.version);
        s.version = done.version;
        s.saved = sending;
        setProblem(undefined);
        setSavedAt(new Date(done.savedAt));
        if (same(s.value, sending)) {
          setStatus("saved");
          await del(s.key).catch(() => undefined);
        } else {
          setStatus("waiting");
          schedule(pause);
        }
        return s.version;
      } catch (thrown) {
        const p = problemOf(thrown);
        const elsewhere = p.code === "stale"; // saved in another window; that a task was decided is learnt when one decides
        if (elsewhere) s.conflict = p;
        setProblem(p);
        setStatus(elsewhere ? "conflict" : p.again ? "retrying" : "refused");
        if (p.again && !s.stopped) schedule(retry);
        throw p;
      } finally {
        s.running = undefined;
      }
    })();
    return s.running;
  }, [schedule]);

  const change = useCallback((next: T | ((before: T) => T)) => {
    const s = state.current;
    s.value = typeof next === "function" ? (next as (before: T) => T)(s.value) : next;
    setValue(s.value);
    setStatus((before) => (before === "conflict" ? before : "waiting"));
    const copy: LocalCopy<T> = { content: s.value, version: s.version, at: Date.now() };
    if (inBrowser) void set(s.key, copy).catch(() => undefined);
    schedule(pause);
  }, [inBrowser, schedule]);

  useEffect(() => {
    const s = state.current;
    s.stopped = false;
    void get<LocalCopy<T>>(key).then((copy) => {
      if (!copy || s.stopped || same(copy.content, s.saved)) return;
      if (!same(s.value, s.saved)) return; // typed already
      s.value = copy.content;
      setValue(copy.content);
      if (copy.version === s.version) {
        setStatus("waiting");
        schedule(0);
      } else {
        s.conflict = overtaken();
        setStatus("conflict");
      }
    }).catch(() => undefined);
    const leave = () => {
      if (!same(s.value, s.saved)) void run().catch(() => undefined);
    };
    const hidden = () => {
      if (document.visibilityState === "hidden") leave();
    };
    document.addEventListener("focusout", leave);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("online", leave);
    return () => {
      s.stopped = true;
      window.clearTimeout(s.timer);
      document.removeEventListener("focusout", leave);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("online", leave);
      leave();
    };
  }, [key, run, schedule]);

  const takeTheirs = useCallback((theirs: Stored<T>) => {
    const s = state.current;
    s.value = s.saved = theirs.content;
    s.version = theirs.version;
    s.conflict = undefined;
    setValue(theirs.content);
    setProblem(undefined);
    setStatus("clean");
    void del(s.key).catch(() => undefined);
  }, []);

  const keepMine = useCallback((theirs: Stored<T>) => {
    const s = state.current;
    s.saved = theirs.content;
    s.version = theirs.version;
    s.conflict = undefined;
    setProblem(undefined);
    setStatus("waiting");
    schedule(0);
  }, [schedule]);

  const forget = useCallback(() => {
    const s = state.current;
    window.clearTimeout(s.timer);
    s.saved = s.value;
    return del(s.key).catch(() => undefined);
  }, []);

  return { value, change, status, savedAt, problem, version: state.current.version, flush: run, keepMine, takeTheirs, forget };
}
