/** Block is one part of what was said, in words for people: the sheet of a decision without its codes. */
export type Block =
  | { kind: "line"; label: string; text: string }
  | { kind: "text"; label: string; text: string }
  | { kind: "list"; label: string; items: string[] }
  | { kind: "table"; label: string; head: string[]; rows: string[][] }
  | { kind: "files"; label: string; ids: string[] };

/** Maybe is a block, or nothing where the sheet says nothing. */
export type Maybe = Block | undefined;

/** line is a short answer beside its label. */
export function line(label: string, text: string | number | undefined): Maybe {
  return text === undefined || text === "" ? undefined : { kind: "line", label, text: String(text) };
}

/** text is what somebody wrote, under its label. */
export function text(label: string, words: string | undefined): Maybe {
  return words?.trim() ? { kind: "text", label, text: words.trim() } : undefined;
}

/** list names several things. */
export function list(label: string, items: readonly string[]): Maybe {
  return items.length > 0 ? { kind: "list", label, items: [...items] } : undefined;
}

/** table sets things side by side. */
export function table(label: string, head: readonly string[], rows: readonly (readonly string[])[]): Maybe {
  return rows.length > 0 ? { kind: "table", label, head: [...head], rows: rows.map((row) => [...row]) } : undefined;
}

/** files are documents by their IDs. */
export function files(label: string, ids: readonly (string | undefined)[] | undefined): Maybe {
  const named = (ids ?? []).filter((id): id is string => !!id);
  return named.length > 0 ? { kind: "files", label, ids: named } : undefined;
}

/** kept leaves out what was not said. */
export function kept(...blocks: Maybe[]): Block[] {
  return blocks.filter((block) => block !== undefined);
}

/** gistOf is the first thing that was said in words, for a line in a list; tables and files have none. */
export function gistOf(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.kind === "line" || block.kind === "text") return block.text;
    if (block.kind === "list") return block.items[0] ?? "";
  }
  return "";
}
