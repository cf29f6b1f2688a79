import { theme } from "antd";
import { describe, expect, it, vi } from "vitest";
import { contrast } from "./gallery/contrast";
import { dark, darkTags, light, lightTags, tagStates, type Colour } from "./palette";
import { antdTheme } from "./theme";

const files = await vi.importActual<{ readFileSync(path: string, encoding: "utf8"): string }>("node:fs");
const css = files.readFileSync(import.meta.url.replace(/^file:\/\//, "").replace("theme.test.ts", "tokens.css"), "utf8");

function said(selector: string, name: string): string | undefined {
  const block = css.slice(css.indexOf(`${selector} {`));
  return new RegExp(`\\n\\s+--${name}: (#[0-9a-f]{6});`).exec(block.slice(0, block.indexOf("\n}")))?.[1];
}

const grounds: Colour[] = ["paper", "surface", "surface-2", "wash", "seal-wash", "warn-wash", "ok-wash"];
const words: Colour[] = ["ink", "text2", "link", "brand", "brand-hover", "seal", "seal-hover", "ok", "warn"];

describe.each([["light", light, lightTags, ":root"], ["dark", dark, darkTags, '[data-theme="dark"]']] as const)("the %s case file", (_, colours, tags, selector) => {
  it("says the same in tokens.css as in palette.ts", () => {
    for (const [name, value] of Object.entries(colours)) expect([name, said(selector, name)]).toEqual([name, value]);
    for (const state of tagStates) expect([said(selector, `tag-${state}-fg`), said(selector, `tag-${state}-bg`)]).toEqual(tags[state]);
  });

  it.each(words.flatMap((word) => grounds.map((ground) => [word, ground] as const)))("lets %s be read on %s", (word, ground) => {
    expect(contrast(colours[word], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["paper", "surface", "surface-2", "warn-wash"] as const)("lets small print be read on %s", (ground) => {
    expect(contrast(colours.meta, colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tagStates)("lets the tag %s be read", (state) => {
    const [fg, bg] = tags[state];
    expect(contrast(fg, bg)).toBeGreaterThanOrEqual(4.5);
  });

  it("lets words on filled buttons be read", () => {
    expect(contrast(colours["on-brand"], colours.brand)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours["on-brand"], colours["brand-hover"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours["on-seal"], colours.seal)).toBeGreaterThanOrEqual(4.5);
  });

  it("shows the borders of inputs and the focus against their grounds", () => {
    expect(contrast(colours["input-border"], colours.surface)).toBeGreaterThanOrEqual(3);
    for (const ground of ["paper", "surface", "surface-2"] as const) expect(contrast(colours.focus, colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe("the ratios that were promised", () => {
  it.each([
    ["ink", 15.5, 14.2], ["text2", 7.5, 6.8], ["meta", 5.4, 5.0], ["brand", 10.0, 9.2], ["link", 7.1, 6.5],
    ["seal", 7.2, 6.6], ["ok", 6.5, 5.9], ["warn", 6.8, 6.2], ["focus", 3.5, 3.2],
  ] as const)("%s stands %f on white and %f on paper", (name, onWhite, onPaper) => {
    expect(contrast(light[name], "#ffffff")).toBeCloseTo(onWhite, 0);
    expect(contrast(light[name], light.paper)).toBeCloseTo(onPaper, 0);
  });

  it.each([
    ["draft", 6.4], ["claimable", 8.4], ["working", 5.8], ["supplement", 6.0], ["expert", 6.9], ["near", 6.7],
    ["overdue", 7.2], ["filed", 5.6], ["refused", 6.0], ["paused", 7.5], ["void", 4.7],
  ] as const)("the tag %s has %f", (state, ratio) => {
    expect(contrast(...lightTags[state])).toBeCloseTo(ratio, 0);
  });

  it.each([["ink", 14.5], ["text2", 8.3], ["link", 8.2], ["seal", 8.6], ["warn", 10.2]] as const)("dark %s has %f", (name, ratio) => {
    expect(contrast(dark[name], dark.paper)).toBeCloseTo(ratio, 0);
  });
});

describe.each([["light", false, light], ["dark", true, dark]] as const)("antd's theme, %s", (_, isDark, colours) => {
  const token = theme.getDesignToken(antdTheme(isDark));

  it("takes the colours of the case file", () => {
    expect(token.colorPrimary).toBe(colours.brand);
    expect(token.colorLink).toBe(colours.link);
    expect(token.colorError).toBe(colours.seal);
    expect(token.colorTextPlaceholder).toBe(colours.meta);
    expect(token.colorTextDescription).toBe(colours.text2);
    expect(token.colorTextTertiary).toBe(colours.meta);
    expect(token.colorBorder).toBe(colours["input-border"]);
    expect(token.borderRadius).toBe(2);
  });

  it.each(["colorText", "colorLink", "colorTextPlaceholder", "colorTextDescription", "colorTextTertiary", "colorTextDisabled", "colorError", "colorWarning", "colorSuccess"] as const)("lets %s be read on a container", (name) => {
    expect(contrast(String(token[name]), String(token.colorBgContainer))).toBeGreaterThanOrEqual(4.5);
  });
});
