import type { Schemas } from "@/api/client";
import { sectionCodes, type SectionCode } from "./section";

/** What the server lets an applicant change (domain/filing/mending.go); here it only decides what is open to edit. */
const ofMaterial: Record<number, readonly SectionCode[]> = {
  1: ["unit"],
  2: sectionCodes,
  3: ["plan"],
  4: ["rules"],
  5: ["occupations", "plan"],
  6: ["premises"],
  7: ["organisation", "staff", "rules"],
};

const ofCondition: Record<number, readonly SectionCode[]> = {
  1: ["rules", "plan"],
  2: ["plan"],
  3: ["organisation", "staff", "premises", "rules", "plan"],
  4: ["funding"],
  5: ["rules", "premises", "plan"],
};

const inOrder = (sections: Iterable<SectionCode>) => {
  const asked = new Set(sections);
  return sectionCodes.filter((section) => asked.has(section));
};

/** mendableAfterNotice lists the sections that may be changed to answer the defects of a notice (补正). */
export function mendableAfterNotice(defects: readonly Pick<Schemas["Defect"], "material" | "item">[]): SectionCode[] {
  return inOrder(["materials", "promise", ...defects.flatMap((d) => sectionsOfDefect(d))]);
}

/** mendableAfterVisit lists the sections that may be changed to answer the points to mend (整改). */
export function mendableAfterVisit(points: readonly Pick<Schemas["Point"], "condition">[]): SectionCode[] {
  return inOrder(["materials", "conditions", "promise", ...points.flatMap((p) => ofCondition[p.condition] ?? [])]);
}

/** sectionsOfDefect says where one defect is mended, the section itself first. */
export function sectionsOfDefect(defect: Pick<Schemas["Defect"], "material" | "item">): SectionCode[] {
  const item = defect.item as SectionCode | "" | undefined;
  return [...(item ? [item] : []), ...(item === "occupations" ? (["plan"] as const) : []), ...(ofMaterial[defect.material ?? 0] ?? [])];
}

/** mendable lists the sections that a task of the applicant opens to edit: what was asked for, and what no longer holds. */
export function mendable(view: Schemas["TaskView"]): SectionCode[] {
  const facts = view.facts as Schemas["TaskFacts"];
  const asked = view.task.stage === "rectification" ? mendableAfterVisit(facts.points ?? []) : mendableAfterNotice(facts.defects ?? []);
  return inOrder([...asked, ...((facts.fallen ?? []) as SectionCode[])]);
}
