import type { Schemas } from "@/api/client";
import type { Place, Sheet } from "./record";

type Finding = Schemas["ConditionFinding"];

/** The five conditions of notice 一. */
export const conditionNumbers = [1, 2, 3, 4, 5] as const;

/** emptySheet is a record in which nothing is said yet. */
export function emptySheet(): Sheet {
  return { experts: [], officers: [], findings: conditionNumbers.map(emptyFinding), photos: [], signedSheet: "" };
}

function emptyFinding(number: number): Finding {
  return { number, finding: "", words: "", photos: [] };
}

/** wholeSheet gives a stored record all its parts, and one finding for each condition in their order. */
export function wholeSheet(stored: Partial<Sheet> | undefined): Sheet {
  const base = { ...emptySheet(), ...stored };
  return { ...base, findings: conditionNumbers.map((number) => ({ ...emptyFinding(number), ...base.findings.find((f) => f.number === number) })) };
}

/** findingOf gives what is said of a condition. */
export function findingOf(sheet: Sheet, number: number): Finding {
  return sheet.findings.find((f) => f.number === number) ?? emptyFinding(number);
}

/** withFinding changes what is said of a condition. */
export function withFinding(sheet: Sheet, number: number, part: Partial<Finding>): Sheet {
  return { ...sheet, findings: conditionNumbers.map((n) => (n === number ? { ...findingOf(sheet, n), ...part } : findingOf(sheet, n))) };
}

/** documentsAt lists the documents that stand at a place of the record. */
export function documentsAt(sheet: Sheet, place: Place): string[] {
  if (place === "sheet") return sheet.signedSheet ? [sheet.signedSheet] : [];
  return place === 0 ? sheet.photos : (findingOf(sheet, place).photos ?? []);
}

const added = (ids: readonly string[], id: string) => (ids.includes(id) ? [...ids] : [...ids, id]);

/** withPhoto puts a sent photo where it belongs. */
export function withPhoto(sheet: Sheet, place: Place, documentId: string): Sheet {
  if (place === "sheet") return { ...sheet, signedSheet: documentId };
  if (place === 0) return { ...sheet, photos: added(sheet.photos, documentId) };
  return withFinding(sheet, place, { photos: added(documentsAt(sheet, place), documentId) });
}

/** withoutPhoto takes a photo out of the record. */
export function withoutPhoto(sheet: Sheet, place: Place, documentId: string): Sheet {
  if (place === "sheet") return { ...sheet, signedSheet: sheet.signedSheet === documentId ? "" : sheet.signedSheet };
  if (place === 0) return { ...sheet, photos: sheet.photos.filter((id) => id !== documentId) };
  return withFinding(sheet, place, { photos: documentsAt(sheet, place).filter((id) => id !== documentId) });
}

/** Gap is something that the record still lacks: its pointer, what it is, and of which condition. */
export interface Gap {
  pointer: string;
  code: "visitedOn" | "future" | "experts" | "finding" | "words" | "photo";
  number: number;
}

/** gapsOf lists what is missing before the record can be handed in. `waiting` counts photos of a condition that are not sent yet. */
export function gapsOf(sheet: Sheet, least: number, today: string, waiting: (number: number) => number): Gap[] {
  const gaps: Gap[] = [];
  if (!sheet.visitedOn) gaps.push({ pointer: "/visitedOn", code: "visitedOn", number: 0 });
  else if (sheet.visitedOn > today) gaps.push({ pointer: "/visitedOn", code: "future", number: 0 });
  if (sheet.experts.length < Math.max(least, 1)) gaps.push({ pointer: "/experts", code: "experts", number: 0 });
  for (const { number, finding, words, photos } of sheet.findings) {
    const at = `/findings/${number - 1}`;
    if (!finding) gaps.push({ pointer: `${at}/finding`, code: "finding", number });
    if ((finding === "notMet" || finding === "notApplicable") && !words.trim()) gaps.push({ pointer: `${at}/words`, code: "words", number });
    if (finding === "notMet" && (photos?.length ?? 0) + waiting(number) === 0) gaps.push({ pointer: `${at}/photos`, code: "photo", number });
  }
  return gaps;
}
