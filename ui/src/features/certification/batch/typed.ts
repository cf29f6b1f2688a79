import { del, get, set } from "idb-keyval";
import { useCallback, useEffect, useRef, useState } from "react";

/** Typed is what a person enters on a page, kept in the browser until it is sent. */
export interface Typed<T> {
  value: T;
  change(next: T | ((before: T) => T)): void;
  /** kept: what was entered in an earlier visit and not sent is there again. */
  kept: boolean;
  /** forget drops what was kept; with a value the page goes on with that. */
  forget(now?: T): Promise<void>;
}

/** useTyped keeps what is entered under a key of this browser; signing out wipes it. */
export function useTyped<T>(key: string, begin: T): Typed<T> {
  const [value, setValue] = useState(begin);
  const [kept, setKept] = useState(false);
  const state = useRef({ value: begin, touched: false });

  useEffect(() => {
    let here = true;
    void get<T>(key).then((found) => {
      if (!here || found === undefined || state.current.touched) return;
      state.current.value = found;
      setValue(found);
      setKept(true);
    }, () => undefined);
    return () => {
      here = false;
    };
  }, [key]);

  const change = useCallback((next: T | ((before: T) => T)) => {
    const s = state.current;
    s.touched = true;
    s.value = typeof next === "function" ? (next as (before: T) => T)(s.value) : next;
    setValue(s.value);
    void set(key, s.value).catch(() => undefined); // without storage it lives as long as the page
  }, [key]);

  const forget = useCallback(async (now?: T) => {
    const s = state.current;
    s.touched = true;
    setKept(false);
    if (now !== undefined) {
      s.value = now;
      setValue(now);
    }
    await del(key).catch(() => undefined);
  }, [key]);

  return { value, change, kept, forget };
}
