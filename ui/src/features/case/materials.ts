import type { Schemas } from "@/api/client";

/** Place is one spot of the application where documents lie. */
export interface Place {
  /** The pointer of the field, as differences and defects name it. */
  pointer: string;
  section: Schemas["SectionCode"];
  /** Which of several, from 1; 0 where there is only one. */
  n: number;
  ids: string[];
}

/** MaterialFiles is one of the seven materials as it was handed in. */
export interface MaterialFiles {
  number: number;
  ids: string[];
  onlineCheck: boolean;
  /** Documents that belong to the material and lie in another section, such as the work plan. */
  carried: Place[];
}

const some = (...ids: (string | undefined)[]) => ids.filter((id): id is string => !!id);

/** placesIn lists where documents lie besides the seven materials. */
export function placesIn(application: Schemas["ApplicationContent"]): Place[] {
  const { organisation, conditions, occupations, plan, rules, premises, funding } = application;
  const places: Place[] = [
    { pointer: "/organisation/documents", section: "organisation", n: 0, ids: organisation.documents },
    ...conditions.items.map((item, i) => ({ pointer: `/conditions/items/${i}/documents`, section: "conditions" as const, n: item.number, ids: item.documents })),
    ...occupations.rows.map((row, i) => ({ pointer: `/occupations/rows/${i}/standard/document`, section: "occupations" as const, n: i + 1, ids: some(row.standard.document) })),
    { pointer: "/plan/document", section: "plan", n: 0, ids: some(plan.document) },
    ...(["examination", "quality", "certificate"] as const).map((rule) => ({ pointer: `/rules/${rule}`, section: "rules" as const, n: 0, ids: some(rules[rule].document, rules[rule].public) })),
    { pointer: "/premises/proofs", section: "premises", n: 0, ids: premises.proofs },
    { pointer: "/premises/video/documents", section: "premises", n: 0, ids: premises.video.documents },
    { pointer: "/funding/documents", section: "funding", n: 0, ids: funding.documents },
  ];
  return places.filter((place) => place.ids.length > 0);
}

/** The sections whose documents are part of a material (notice 四(一) 3, 5, 6, 7). */
const belongs: Record<number, Schemas["SectionCode"][]> = { 3: ["plan"], 5: ["occupations"], 6: ["premises"], 7: ["organisation", "rules"] };

/** materialFiles lists the seven materials with all their documents. */
export function materialFiles(application: Schemas["ApplicationContent"], materials: readonly Schemas["MaterialInfo"][]): MaterialFiles[] {
  const places = placesIn(application);
  return materials.map(({ number }) => {
    const entry = application.materials.items.find((item) => item.number === number);
    const ids = entry?.documents ?? [];
    const carried = places.filter((place) => belongs[number]?.includes(place.section));
    return { number, ids, onlineCheck: entry?.onlineCheck ?? false, carried };
  });
}

/** filesOf gives all documents of a material, each once. */
export function filesOf(material: MaterialFiles): string[] {
  return [...new Set([...material.ids, ...material.carried.flatMap((place) => place.ids)])];
}
