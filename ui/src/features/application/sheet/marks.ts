import type { Schemas } from "@/api/client";

type Change = Schemas["Difference"];

/** Marks tell where a record differs from the one before it. */
export interface Marks {
  /** at gives the change of exactly this field. */
  at(pointer: string): Change | undefined;
  /** added says whether the entry of a list is new. */
  added(pointer: string): boolean;
  /** removed lists what a section no longer holds; its pointers lead into the record before. */
  removed(section: string): Change[];
  /** count counts the changes of a section. */
  count(section: string): number;
}

/** marksOf sorts the differences between two submissions by where they are shown. */
export function marksOf(differences: readonly Change[] | undefined): Marks {
  const all = differences ?? [];
  const here = new Map(all.filter((change) => change.kind !== "removed").map((change) => [change.pointer, change]));
  const gone = all.filter((change) => change.kind === "removed");
  const goneFields = new Map(gone.filter((change) => !/\/\d+$/.test(change.pointer)).map((change) => [change.pointer, change]));
  return {
    at: (pointer) => here.get(pointer) ?? goneFields.get(pointer),
    added: (pointer) => here.get(pointer)?.kind === "added",
    removed: (section) => gone.filter((change) => change.section === section && !goneFields.has(change.pointer)),
    count: (section) => all.filter((change) => change.section === section).length,
  };
}
