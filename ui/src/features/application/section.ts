import type { Schemas } from "@/api/client";
import type { FieldProblem } from "@/api/problem";

/** Content is the whole application: ten sections. The staff lists are kept apart from it. */
export type Content = Schemas["ApplicationContent"];

/** Values are what each section of the task list holds. */
export type Values = Content & { staff: Schemas["StaffRow"][] };

/** SectionCode names a section, as the addresses and the API do. */
export type SectionCode = keyof Values;

/** sectionCodes lists the sections in the order of the application. */
export const sectionCodes = ["unit", "organisation", "staff", "conditions", "occupations", "plan", "rules", "premises", "funding", "materials", "promise"] as const satisfies readonly SectionCode[];

/** isSection says whether a word of an address names a section. */
export function isSection(word: string): word is SectionCode {
  return (sectionCodes as readonly string[]).includes(word);
}

/** Gaps are what is missing or wrong in a section, by JSON pointers that start with the section, as in /unit/name. */
export interface Gaps {
  all: readonly FieldProblem[];
  /** at gives the sentence about exactly this field, when it is to be shown beside it. */
  at(pointer: string): string | undefined;
  /** under gives what concerns a field and everything within it. */
  under(pointer: string): FieldProblem[];
}

/** Documents are the enterprise's uploaded files. */
export interface Documents {
  /** of gives the files of these IDs, in this order; an unknown one is left out. */
  of(ids: readonly string[]): Schemas["Document"][];
  /** keep remembers files that were just uploaded, and gives their IDs for the content. */
  keep(documents: readonly Schemas["Document"][]): string[];
  /** all lists the accepted ones, the newest first: an earlier file may be used again. */
  all: readonly Schemas["Document"][];
}

/** SectionProps is what the form of one section works with. */
export interface SectionProps<S extends SectionCode> {
  applicationId: string;
  /** caseNo is there when a submitted application is mended (补正, 整改). */
  caseNo?: string;
  content: Values[S];
  /** change takes what was typed; it is saved a second later, and when the field is left. */
  change(next: Values[S] | ((before: Values[S]) => Values[S])): void;
  /** application holds the other sections as they were last saved. */
  application: Content;
  gaps: Gaps;
  readOnly: boolean;
  documents: Documents;
}

const none: FieldProblem[] = [];

/** gapsOf gives the gaps of a section. Blank fields are marked only once asked for: nobody is blamed for a form just opened. */
export function gapsOf(section: SectionCode, problems: readonly FieldProblem[], blanksToo: boolean): Gaps {
  const root = `/${section}`;
  const within = (pointer: string, prefix: string) => pointer === prefix || pointer.startsWith(`${prefix}/`);
  const all = problems.filter((p) => within(p.pointer, root) && (blanksToo || p.code !== "required"));
  return {
    all,
    at: (pointer) => all.find((p) => p.pointer === pointer)?.message,
    under: (pointer) => (all.length > 0 ? all.filter((p) => within(p.pointer, pointer)) : none),
  };
}
