import type { Schemas } from "@/api/client";
import type { Asked, Place } from "./asked";
import type { Content, SectionCode, Values } from "./section";
import { valueAt } from "./pointers";
import { stampOf } from "./stamp";

export type Answer = Schemas["Answer"];
type Frozen = Schemas["FrozenContent"];

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** idsIn lists the documents that a content names, each once, in order. */
export function idsIn(value: unknown): string[] {
  const found = new Set<string>();
  const walk = (part: unknown) => {
    if (typeof part === "string") {
      if (id.test(part)) found.add(part);
    } else if (Array.isArray(part)) part.forEach(walk);
    else if (part && typeof part === "object") Object.values(part).forEach(walk);
  };
  walk(value);
  return [...found];
}

/** Now is the application as it stands in this page, the staff lists with it. */
export interface Now {
  content: Content;
  staff: Values["staff"] | undefined;
}

const people = (rows: readonly Partial<Schemas["StaffRow"] & Schemas["StaffFact"]>[] | null | undefined) =>
  (rows ?? []).map(({ idNumber: _number, idDigest: _digest, ...row }) => row);

function partOf(section: SectionCode, content: Partial<Content> | undefined, staff: Frozen["staff"] | Values["staff"] | undefined): unknown {
  return section === "staff" ? people(staff) : content?.[section];
}

/** changed says whether a section holds something else than what was handed in last. */
export function changed(section: SectionCode, now: Now, before: Frozen | undefined): boolean {
  if (section === "staff" && now.staff === undefined) return false;
  return stampOf(partOf(section, now.content, now.staff)) !== stampOf(partOf(section, before?.application, before?.staff));
}

/** filesOf are the documents of a material as it stands. */
export function filesOf(material: number, content: Partial<Content> | undefined): string[] {
  return content?.materials?.items?.find((item) => item.number === material)?.documents ?? [];
}

/** Mended is what was done at a place: files that were not there when it was handed in, sections and named fields that were changed. */
export interface Mended {
  files: string[];
  sections: SectionCode[];
  pointers: string[];
}

/** mendedAt compares a place with what was handed in last. */
export function mendedAt(place: Place, now: Now, before: Frozen | undefined): Mended {
  const old = new Set(place.material ? filesOf(place.material, before?.application) : []);
  const files = place.material ? filesOf(place.material, now.content).filter((file) => !old.has(file)) : [];
  const sections = place.sections.filter((section) => changed(section, now, before));
  for (const section of sections) {
    const known = new Set(idsIn(partOf(section, before?.application, before?.staff)));
    files.push(...idsIn(partOf(section, now.content, now.staff)).filter((file) => !known.has(file) && !files.includes(file)));
  }
  const pointers = place.pointers.filter((pointer) => stampOf(valueAt(now.content, pointer)) !== stampOf(valueAt(before?.application, pointer)));
  return { files, sections, pointers };
}

/**
 * speaksFor says whether what was mended at a place answers an entry by itself. Where several entries stand together, a new file of
 * the material answers them all; a change of the form answers the one that names the field, and the others need words.
 */
export function speaksFor(asked: Asked, place: Place, mended: Mended): boolean {
  const any = mended.files.length + mended.sections.length > 0;
  if (place.asked.length === 1) return any;
  if (asked.pointer) return mended.pointers.includes(asked.pointer);
  return place.material !== undefined && mended.files.length > 0;
}

/** answered says whether an entry has its answer: words, a file, or something mended at its place. */
export function answered(asked: Asked, place: Place, typed: readonly Answer[], mended: Mended): boolean {
  const own = typed.find((answer) => answer.index === asked.index);
  return Boolean(own?.text.trim() || own?.documents.length) || speaksFor(asked, place, mended);
}

/** answersOf puts the answers together as they are handed in. `say` words what was changed, where nothing was written. */
export function answersOf(places: readonly Place[], typed: readonly Answer[], mended: (place: Place) => Mended, say: (sections: readonly SectionCode[]) => string): Answer[] {
  return places
    .flatMap((place) => {
      const done = mended(place);
      return place.asked.map((asked): Answer => {
        const own = typed.find((answer) => answer.index === asked.index);
        const speaks = speaksFor(asked, place, done);
        const documents = [...new Set([...(own?.documents ?? []), ...(speaks ? done.files : [])])];
        const text = own?.text.trim() || (speaks && done.sections.length > 0 ? say(done.sections) : "");
        return { index: asked.index, text, documents };
      });
    })
    .sort((a, b) => a.index - b.index);
}

/** withAnswer puts one answer among the others. */
export function withAnswer(typed: readonly Answer[], index: number, part: Partial<Omit<Answer, "index">>): Answer[] {
  const own = typed.find((answer) => answer.index === index) ?? { index, text: "", documents: [] };
  return [...typed.filter((answer) => answer.index !== index), { ...own, ...part }].sort((a, b) => a.index - b.index);
}
