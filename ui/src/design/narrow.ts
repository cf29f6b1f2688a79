import { useSyncExternalStore } from "react";

const phone = "(max-width: 767px)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia?.(phone);
  query?.addEventListener("change", changed);
  return () => query?.removeEventListener("change", changed);
}

/** useNarrow says whether the page is narrower than 768 px: tables are cards then. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(phone).matches ?? false);
}
