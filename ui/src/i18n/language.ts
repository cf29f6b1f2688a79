import { useSyncExternalStore } from "react";

/** The languages of the screens. */
export type Language = "zh-CN" | "en";

const place = "jiangxin.language";
const listeners = new Set<() => void>();

function stored(): Language {
  try {
    return localStorage.getItem(place) === "en" ? "en" : "zh-CN";
  } catch {
    return "zh-CN"; // storage is switched off: Chinese
  }
}

let current: Language = stored();
document.documentElement.lang = current;

/** currentLanguage is the language of the screens and of what is asked of the API. */
export function currentLanguage(): Language {
  return current;
}

/** setLanguage switches the screens; whoever shows what the API said in words asks it again. */
export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(place, language);
  } catch {
    // it holds until the page is left
  }
  for (const listener of listeners) listener();
}

/** onLanguage calls back when the language is switched, and gives the way to stop it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** useLanguage gives the language and renders again when it is switched. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}
