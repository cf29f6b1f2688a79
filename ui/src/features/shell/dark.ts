import { useSyncExternalStore } from "react";

const place = "jiangxin.dark";
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(place) === "yes";
  } catch {
    return false;
  }
}

let dark = read();
document.documentElement.dataset.theme = dark ? "dark" : "light";

/** useDark tells and switches the dark screens of officers. */
export function useDark(): [boolean, (next: boolean) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dark,
  );
  return [value, setDark];
}

function setDark(next: boolean): void {
  dark = next;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  try {
    localStorage.setItem(place, dark ? "yes" : "no");
  } catch {
    // it holds until the page is left
  }
  for (const listener of listeners) listener();
}
