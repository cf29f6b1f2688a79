import { createElement, Fragment, type ReactNode } from "react";
import { currentLanguage, useLanguage, type Language } from "./language";
import type { Key, Namespace } from "./namespaces";

type Words = Record<string, string>;

const files = import.meta.glob<Words>("../locales/*/*.json", { import: "default" });
const loading = new Map<string, Promise<Words>>();
const loaded = new Map<string, Words>();

/** loadText fetches a namespace once; a route may call it early so that nothing waits twice. */
export function loadText(language: Language, namespace: Namespace): Promise<Words> {
  const path = `../locales/${language}/${namespace}.json`;
  let words = loading.get(path);
  if (!words) {
    const load = files[path];
    if (!load) throw new Error(`there is no language file ${path}`);
    words = load().then(
      (file) => {
        loaded.set(path, file);
        return file;
      },
      (problem: unknown) => {
        loading.delete(path);
        throw problem;
      },
    );
    loading.set(path, words);
  }
  return words;
}

/** loadTexts fetches several namespaces in the reader's language, side by side. */
export const loadTexts = (...namespaces: Namespace[]): Promise<unknown> => Promise.all(namespaces.map((namespace) => loadText(currentLanguage(), namespace)));

/** Values fill the {names} of a sentence. */
export type Values = Record<string, string | number>;

/** Text gives the sentences of one namespace in the reader's language. */
export interface Text<N extends Namespace> {
  (key: Key<N>, values?: Values): string;
  /** rich fills {names} with elements, such as links. */
  rich(key: Key<N>, values: Record<string, ReactNode>): ReactNode;
  /** of gives the sentence of a key that is put together at run time, such as `stage.${code}`, or the fallback. */
  of(key: string, fallback?: string, values?: Values): string;
}

const hole = /\{([a-zA-Z]+)\}/g;

/** fill puts values into the {names} of a sentence. */
export function fill(sentence: string, values?: Values): string {
  return values ? sentence.replace(hole, (whole, name: string) => String(values[name] ?? whole)) : sentence;
}

function textOf<N extends Namespace>(words: Words): Text<N> {
  const t = (key: Key<N>, values?: Values) => fill(words[key] ?? key, values);
  t.of = (key: string, fallback?: string, values?: Values) => fill(words[key] ?? fallback ?? key, values);
  t.rich = (key: Key<N>, values: Record<string, ReactNode>) =>
    createElement(Fragment, null, ...(words[key] ?? key).split(hole).map((part, i) => (i % 2 === 1 ? (values[part] ?? part) : part)));
  return t;
}

const texts = new WeakMap<Words, Text<Namespace>>();

/** useText gives a namespace's sentences; it suspends until the language file is there. */
export function useText<N extends Namespace>(namespace: N): Text<N> {
  const language = useLanguage();
  const words = loaded.get(`../locales/${language}/${namespace}.json`);
  if (!words) throw loadText(language, namespace); // Suspense waits for it, in React and in Preact
  let text = texts.get(words);
  if (!text) {
    text = textOf<Namespace>(words);
    texts.set(words, text);
  }
  return text as Text<N>;
}
