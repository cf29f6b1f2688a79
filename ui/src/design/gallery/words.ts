import { useLanguage } from "@/i18n";
import en from "./words.en.json";
import zh from "./words.zh-CN.json";

/** WordKey names a sentence of the living page. */
export type WordKey = keyof typeof zh;

/** Words gives the living page's own sentences. */
export type Words = (key: WordKey, values?: Record<string, string | number>) => string;

/** useWords gives them in the reader's language. */
export function useWords(): Words {
  const words: Record<WordKey, string> = useLanguage() === "en" ? en : zh;
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
