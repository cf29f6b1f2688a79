import type { Schemas } from "@/api/client";
import { sectionsOf, type Matter, type Section } from "./matter";

type Frozen = Schemas["FrozenContent"];

/** File is one document that was handed in with a matter. */
export interface File {
  id: string;
  name: string;
  sha256: string;
  /** The section that names it; without one it is the material itself. */
  section?: Section;
  /** Since the last review: the same bytes, other bytes in the same place, or one that was not there. */
  since?: "same" | "replaced" | "added";
  /** The version before, where it was replaced. */
  before?: Schemas["FrozenDocument"];
}

/** named lists the documents that a value names anywhere, in the order in which it names them. */
function named(value: unknown, known: ReadonlyMap<string, Schemas["FrozenDocument"]>, found: Set<string> = new Set()): Set<string> {
  if (typeof value === "string") {
    if (known.has(value)) found.add(value);
  } else if (Array.isArray(value)) {
    for (const one of value) named(one, known, found);
  } else if (value && typeof value === "object") {
    for (const one of Object.values(value)) named(one, known, found);
  }
  return found;
}

function contentOf(frozen: Frozen, section: Section): unknown {
  return section === "staff" ? undefined : frozen.application[section];
}

/** filesOf lists what was handed in with a matter: of a material its own files, then those that its sections name. */
export function filesOf(frozen: Frozen, matter: Matter): File[] {
  const known = new Map((frozen.documents ?? []).map((document) => [document.id, document]));
  const places: [unknown, Section | undefined][] = typeof matter === "number"
    ? [[frozen.application.materials.items?.find((entry) => entry.number === matter)?.documents, undefined], ...sectionsOf(matter).map((section): [unknown, Section] => [contentOf(frozen, section), section])]
    : [[contentOf(frozen, matter), matter]];
  const files: File[] = [];
  const taken = new Set<string>();
  for (const [value, section] of places) {
    for (const id of named(value, known)) {
      const document = known.get(id);
      if (!document || taken.has(id)) continue;
      taken.add(id);
      files.push({ id, name: document.name, sha256: document.sha256, section });
    }
  }
  return files;
}

/** compared says of each file what became of it since the last review. */
export function compared(now: readonly File[], before: readonly File[]): File[] {
  const old = new Set(before.map((file) => file.sha256));
  const gone = before.filter((file) => !now.some((other) => other.section === file.section && other.sha256 === file.sha256));
  return now.map((file) => {
    if (old.has(file.sha256)) return { ...file, since: "same" };
    const place = gone.findIndex((other) => other.section === file.section && other.name === file.name);
    const at = place >= 0 ? place : gone.findIndex((other) => other.section === file.section);
    const [replaced] = at >= 0 ? gone.splice(at, 1) : [];
    return replaced ? { ...file, since: "replaced", before: replaced } : { ...file, since: "added" };
  });
}

const types: Record<string, string> = {
  pdf: "application/pdf", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** typeOf guesses what a file is from its name: a snapshot keeps no type. */
export function typeOf(name: string): string {
  return types[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
}
