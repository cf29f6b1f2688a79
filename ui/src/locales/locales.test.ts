import { describe, expect, it } from "vitest";

const files = import.meta.glob<Record<string, string>>("./*/*.json", { import: "default", eager: true });
const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!../api/schema.gen.ts"], { query: "?raw", import: "default", eager: true });

/** Legal terms that are chosen, not read out: they stand in Chinese whatever the screen's language. */
const legal = new Set(["application unit.natures", "application unit.industries", "application occ.find.hint", "batch edit.grades"]);

const namespaces = [...new Set(Object.keys(files).map((path) => path.split("/")[2]?.replace(".json", "") ?? ""))].sort();
const words = (language: string, namespace: string) => files[`./${language}/${namespace}.json`] ?? {};
const holes = (sentence: string) => [...sentence.matchAll(/\{([a-zA-Z]+)\}/g)].map((found) => found[1]).sort();
const code = Object.values(sources).join("\n");

/** Keys that are put together at run time: `role.${code}` uses every key that begins with role., `${part}.take` every one that ends so. */
const ended = [...code.matchAll(/`\$\{[a-zA-Z]+\}(\.[a-zA-Z.]+)`/g)].map((found) => found[1] ?? "");
const begun = [...code.matchAll(/`([a-zA-Z0-9.]*)\$\{/g)].map((found) => found[1] ?? "").filter((prefix) => prefix.endsWith("."));

describe.each(namespaces)("the language files of %s", (namespace) => {
  const zh = words("zh-CN", namespace);
  const en = words("en", namespace);

  it("have the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });
  it("leave the same places open, and none empty", () => {
    for (const [key, sentence] of Object.entries(zh)) {
      expect(holes(en[key] ?? ""), key).toEqual(holes(sentence));
      expect(sentence.trim(), key).not.toBe("");
      expect((en[key] ?? "").trim(), key).not.toBe("");
    }
  });
  it("hold no sentence that no screen says", () => {
    const unused = Object.keys(zh).filter((key) => !code.includes(`"${key}"`) && !begun.some((prefix) => key.startsWith(prefix)) && !ended.some((suffix) => key.endsWith(suffix)));
    expect(unused).toEqual([]);
  });
  it("are in Chinese where they should be", () => {
    for (const [key, sentence] of Object.entries(en)) {
      if (/[\u4e00-\u9fff]/.test(sentence) && !legal.has(`${namespace} ${key}`)) expect(sentence, `${namespace} ${key}: English sentence in Chinese letters`).toMatch(/匠信|中文|〔|人社|[一二三四五]\(|[一二三四五]（|附件|案卷/);
    }
  });
});

it("no screen says anything that is not in the language files", () => {
  const spoken = Object.entries(sources).flatMap(([path, source]) =>
    source
      .split("\n")
      .map((line) => line.replace(/\/\*.*?\*\/|\/\/.*$|^\s*\*.*$|^\s*\/\*\*.*$/g, ""))
      .map((line) => line.replace(/(?<=[=(,?&|:]\s*)\/[^/\n]+\/[a-z]*/g, "")) // patterns read Chinese, they do not say it
      .flatMap((line, at) => (/[\u4e00-\u9fff]/.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(spoken).toEqual([]);
});
