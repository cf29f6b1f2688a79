// The words on the screens, from the language files that the screens use: a script looks for what a person reads.
import { readFileSync } from "node:fs";

const files = new Map();

/** words gives one namespace in Chinese; an unknown key is a mistake of the script. */
export function words(namespace, language = "zh-CN") {
  const path = new URL(`../../src/locales/${language}/${namespace}.json`, import.meta.url);
  if (!files.has(path.href)) files.set(path.href, JSON.parse(readFileSync(path, "utf8")));
  const all = files.get(path.href);
  return (key, values = {}) => {
    if (!(key in all)) throw new Error(`${namespace}.json has no ${key}`);
    return all[key].replace(/\{([a-zA-Z]+)\}/g, (hole, name) => String(values[name] ?? hole));
  };
}

/** like gives a pattern for a sentence whose {holes} may hold anything. */
export function like(sentence) {
  return new RegExp(sentence.split(/\{[a-zA-Z]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+?"));
}
