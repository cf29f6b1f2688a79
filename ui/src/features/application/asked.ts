import type { Schemas } from "@/api/client";
import { mendableAfterVisit, sectionsOfDefect } from "./mendable";
import type { SectionCode } from "./section";

type Defect = Schemas["Defect"];
type Point = Schemas["Point"];
type Reference = Pick<Schemas["FilingReference"], "materials" | "conditions" | "sections" | "reasons">;

/** Asked is one entry of a notice (补正) or one point to mend (整改), which the applicant answers under its index. */
export interface Asked {
  index: number;
  clause: string;
  reason: string;
  words: string;
  /** The exact field that the entry names. */
  pointer?: string;
}

/** Place is where entries are mended together: one material, one section, or one condition. */
export interface Place {
  key: string;
  title: string;
  material?: number;
  /** The section that the entries name. */
  item?: SectionCode;
  asked: Asked[];
  /** The exact fields named. */
  pointers: string[];
  /** The sections that may be changed here, the nearest first. */
  sections: SectionCode[];
}

/** always are the sections that every answer may change: a change in them answers no entry by itself. */
const always: readonly SectionCode[] = ["materials", "conditions", "promise"];

function join(places: Place[], place: Omit<Place, "asked" | "pointers">, asked: Asked): void {
  let known = places.find((other) => other.key === place.key);
  if (!known) places.push((known = { ...place, asked: [], pointers: [] }));
  known.asked.push(asked);
  if (asked.pointer && !known.pointers.includes(asked.pointer)) known.pointers.push(asked.pointer);
}

/** placesOfNotice gathers the defects of a notice by what they concern, in the order of the notice. */
export function placesOfNotice(defects: readonly Defect[], reference: Reference): Place[] {
  const places: Place[] = [];
  defects.forEach((defect, index) => {
    const reason = reference.reasons.find((one) => one.code === defect.reason);
    const asked = { index, clause: reason?.clause ?? "", reason: reason?.text ?? defect.reason, words: defect.words ?? "", ...(defect.pointer ? { pointer: defect.pointer } : {}) };
    const item = (defect.item || undefined) as SectionCode | undefined;
    const sections = sectionsOfDefect(defect).filter((section) => section === item || !always.includes(section) || section === "conditions");
    if (item) {
      join(places, { key: item, title: reference.sections.find((one) => one.code === item)?.name ?? item, item, sections }, asked);
    } else {
      const material = reference.materials.find((one) => one.number === defect.material);
      join(places, { key: `material ${defect.material}`, title: material?.name ?? "", material: defect.material, sections }, asked);
    }
  });
  return places;
}

/** placesOfPoints gathers the points to mend by the condition that each falls under. */
export function placesOfPoints(points: readonly Point[], reference: Reference): Place[] {
  const places: Place[] = [];
  points.forEach((point, index) => {
    const condition = reference.conditions.find((one) => one.number === point.condition);
    const asked = { index, clause: condition?.article ?? "", reason: "", words: point.text };
    join(places, { key: `condition ${point.condition}`, title: condition?.name ?? "", sections: [...mendableAfterVisit([point]).filter((section) => !always.includes(section)), "conditions"] }, asked);
  });
  return places;
}
