/**
 * The colours of 「案卷」 as values: warm paper, ink, and one seal red that is kept for legal effect and for wrong fields.
 * tokens.css says the same as custom properties; a test holds the two together and computes every contrast.
 */
export const light = {
  ink: "#1c2530",
  text2: "#4a5666",
  meta: "#5f6b7a",
  brand: "#17456b",
  "brand-hover": "#0f3552",
  "on-brand": "#ffffff",
  link: "#0b5a9e",
  seal: "#a6261d",
  "seal-hover": "#861c15",
  "on-seal": "#ffffff",
  ok: "#1f6b45",
  warn: "#8a4b00",
  focus: "#c77700",
  "input-border": "#8792a0",
  rule: "#dcd8cd",
  "rule-strong": "#b9b3a4",
  paper: "#f6f5f1",
  surface: "#ffffff",
  "surface-2": "#faf9f6",
  wash: "#eef3f8",
  "seal-wash": "#fcf2f0",
  "warn-wash": "#fdf6e8",
  "ok-wash": "#eff7f2",
} as const;

/** The names of the colours. */
export type Colour = keyof typeof light;

/** The dark case file, for officers. */
export const dark: Record<Colour, string> = {
  ink: "#e6eaf0",
  text2: "#a9b4c2",
  meta: "#97a4b4",
  brand: "#8dbfea",
  "brand-hover": "#b3d5f2",
  "on-brand": "#0e1620",
  link: "#7db7ea",
  seal: "#ff9a8f",
  "seal-hover": "#ffb9b1",
  "on-seal": "#2b0906",
  ok: "#7fcfa4",
  warn: "#f2bc6b",
  focus: "#f0a63a",
  "input-border": "#76879a",
  rule: "#303b48",
  "rule-strong": "#4b5a6a",
  paper: "#141a21",
  surface: "#1a222b",
  "surface-2": "#1f2832",
  wash: "#1f2f40",
  "seal-wash": "#33201f",
  "warn-wash": "#30281a",
  "ok-wash": "#1a2e26",
};

/** The states of a case, a task or a document that a tag can say. */
export const tagStates = [
  "draft", "claimable", "working", "supplement", "expert", "near", "overdue", "filed", "refused", "paused", "void", "neutral",
] as const;

/** TagState is one of the states of a tag. */
export type TagState = (typeof tagStates)[number];

/** Foreground and background of each tag. */
export const lightTags: Record<TagState, readonly [fg: string, bg: string]> = {
  draft: ["#4a5666", "#eceef1"],
  claimable: ["#17456b", "#e3edf5"],
  working: ["#0f6470", "#ddf0f1"],
  supplement: ["#8a4b00", "#fcefd9"],
  expert: ["#5b3e8f", "#ede7f6"],
  near: ["#7a3e00", "#ffe3b8"],
  overdue: ["#ffffff", "#a6261d"],
  filed: ["#1f6b45", "#e1f2e8"],
  refused: ["#a6261d", "#fbe6e3"],
  paused: ["#4a5666", "#ffffff"],
  void: ["#5f6b7a", "#eceef1"],
  neutral: ["#4a5666", "#f1efe9"],
};

/** The tags on dark ground. */
export const darkTags: Record<TagState, readonly [fg: string, bg: string]> = {
  draft: ["#b7c1cd", "#2a3440"],
  claimable: ["#a5cdf0", "#1f3a53"],
  working: ["#8fd6de", "#17383d"],
  supplement: ["#f2bc6b", "#3b2c14"],
  expert: ["#c9b4f0", "#322749"],
  near: ["#ffd08a", "#4a3310"],
  overdue: ["#2b0906", "#ff9a8f"],
  filed: ["#8ed9b0", "#193528"],
  refused: ["#ff9a8f", "#3f211f"],
  paused: ["#a9b4c2", "#1a222b"],
  void: ["#a3aebb", "#2a3440"],
  neutral: ["#a9b4c2", "#2a3440"],
};
