import type { Schemas } from "@/api/client";
import type { Content } from "./section";

export type Entry = Schemas["MaterialEntry"];
type Info = Schemas["MaterialInfo"];

/** TrustLevel of what stands for a material (国办函〔2016〕108号): A issued by an organ, B checked at the window, C uploaded, D made by the applicant and promised. */
export type TrustLevel = "A" | "B" | "C" | "D";

/** copies are the materials that others have issued: licence, proofs of assets. The other five the enterprise makes itself. */
const copies: readonly number[] = [1, 6];

/** trustOf grades the files of a material. */
export function trustOf(material: number): TrustLevel {
  return copies.includes(material) ? "C" : "D";
}

/** Standing is how a material is given: by files, by a check online, by the form itself, by a form that is still blank, or not yet. */
export type Standing = "files" | "online" | "form" | "blank" | "missing";

/** given says whether there is something that stands for the material. */
export function given(standing: Standing): boolean {
  return standing !== "missing" && standing !== "blank";
}

/** carriedBlank says whether the section that is the material holds nothing yet. The application form is made of all of them. */
function carriedBlank(carried: string, application: Content): boolean {
  if (carried === "plan") return application.plan.document === "" && Object.values(application.plan.form).every((words) => words.trim() === "");
  return carried === "occupations" && application.occupations.rows.length === 0;
}

/** entryOf gives what was handed in for a material. */
export function entryOf(items: readonly Entry[], number: number): Entry {
  return items.find((item) => item.number === number) ?? { number, documents: [], onlineCheck: false };
}

/** standingOf says how a material is given. */
export function standingOf(entry: Entry, info: Pick<Info, "carried">, application: Content): Standing {
  if (entry.onlineCheck) return "online";
  if (entry.documents.length > 0 || (info.carried === "plan" && application.plan.document !== "")) return "files";
  if (!info.carried) return "missing";
  return carriedBlank(info.carried, application) ? "blank" : "form";
}

/** withEntry puts a material's entry in its place; one that says nothing is left out. */
export function withEntry(items: readonly Entry[], entry: Entry): Entry[] {
  const others = items.filter((item) => item.number !== entry.number);
  const says = entry.onlineCheck || entry.documents.length > 0;
  return says ? [...others, entry].sort((a, b) => a.number - b.number) : others;
}

/** pointerOf is the pointer of a material's entry, or of the list where it has none. */
export function pointerOf(items: readonly Entry[], number: number): string {
  const at = items.findIndex((item) => item.number === number);
  return at < 0 ? "/materials/items" : `/materials/items/${at}`;
}

