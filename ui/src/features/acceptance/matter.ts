import type { Schemas } from "@/api/client";

/** Section is a part of the application form on which the acceptance gives a verdict of its own. */
export type Section = Schemas["ItemCode"];

/** Matter is one thing to be judged: one of the seven materials by its number, or a section of the form. */
export type Matter = number | Section;

/** Every material, in the order of notice 四(一). */
export const materialNumbers = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The sections that are read together with a material: annex 1 is material 2, and what proves a section stands with the section.
 * Every section belongs to exactly one material.
 */
const carried: Record<number, readonly Section[]> = {
  1: [],
  2: ["unit", "conditions", "funding", "promise"],
  3: ["plan"],
  4: [],
  5: ["occupations"],
  6: ["premises"],
  7: ["organisation", "staff", "rules"],
};

/** sectionsOf lists the sections that belong to a material. */
export function sectionsOf(material: number): readonly Section[] {
  return carried[material] ?? [];
}

/** materialOf gives the material with which a matter is read: itself, or the one that carries the section. */
export function materialOf(matter: Matter): number {
  if (typeof matter === "number") return matter;
  return materialNumbers.find((number) => sectionsOf(number).includes(matter)) ?? 2;
}

/** Every section, in the order in which the materials carry them. */
export const allSections: readonly Section[] = materialNumbers.flatMap((number) => sectionsOf(number));

/** allMatters lists everything that is to be judged: each material followed by its sections. */
export const allMatters: readonly Matter[] = materialNumbers.flatMap((number): Matter[] => [number, ...sectionsOf(number)]);

/** matterName gives a matter's words. */
export function matterName(reference: Schemas["FilingReference"], matter: Matter): string {
  if (typeof matter === "number") return reference.materials.find((material) => material.number === matter)?.name ?? String(matter);
  return reference.sections.find((section) => section.code === matter)?.name ?? matter;
}
