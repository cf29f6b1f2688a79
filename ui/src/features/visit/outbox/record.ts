import type { Schemas } from "@/api/client";

/** Sheet is the record of a site visit as the API takes it. */
export type Sheet = Schemas["SiteVisitSheet"];

/** VisitRef names one task of the stage siteVisit. */
export interface VisitRef {
  caseNo: string;
  round: number;
  slot: string;
}

/** Place is where a photo belongs: one of the five conditions, 0 for the visit as a whole, or the signed record. */
export type Place = 0 | 1 | 2 | 3 | 4 | 5 | "sheet";

/** About is what one wants to know on the spot: whom to visit, where, and what the experts asked to be looked at. */
export interface About {
  enterprise: string;
  openedAt: string;
  deadline: string;
  addresses: { name: string; address: string }[];
  contacts: { name: string; phone: string }[];
  panel: { id: string; name: string; leader: boolean }[];
  least: number;
  lookAt: string[];
  conditions: { number: number; name: string; article: string; words: string }[];
}

/** Refusal is a Problem as it can be kept. */
export interface Refusal {
  status: number;
  code: string;
  detail: string;
  fields: { pointer: string; code: string; message: string }[];
  facts: Record<string, string>;
  requestId: string;
}

/** Submission is the wish to hand the record in. Once `body` stands it never changes, and goes out under `key` until it is answered. */
export interface Submission {
  key: string;
  at: string;
  body?: Schemas["Decision"];
}

/** Outcome is how a submission ended: recorded, somebody was first, or it was refused. */
export type Outcome = { kind: "done"; at: string } | { kind: "lost"; refusal: Refusal } | { kind: "refused"; refusal: Refusal };

/** Visit is a site visit as this phone keeps it. */
export interface Visit extends VisitRef {
  about: About;
  taskVersion: number;
  sheet: Sheet;
  /** saved is the sheet that the server has as a draft, as text; `version` is the draft's. */
  saved: string;
  version: number;
  /** theirs is what the same person has saved elsewhere since. */
  theirs?: { sheet: Sheet; version: number };
  submission?: Submission;
  outcome?: Outcome;
}

/** Photo is a picture as this phone keeps it until the record is handed in. */
export interface Photo {
  id: string;
  visit: string;
  place: Place;
  name: string;
  type: string;
  size: number;
  file: Blob;
  takenAt: string;
  takenBy: "exif" | "camera" | "entry";
  state: "kept" | "sent" | "refused";
  sha256?: string;
  /** announced: the server may know the file although no answer came. */
  announced?: boolean;
  documentId?: string;
  problem?: string;
}

/** visitKey names a visit among those that are kept. */
export function visitKey(visit: VisitRef): string {
  return `${visit.caseNo}/${visit.round}/${visit.slot}`;
}

/** textOf writes a sheet so that equal sheets are equal texts. */
export function textOf(sheet: Sheet): string {
  return JSON.stringify(sheet, (_, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

/** isUnsaved says whether the server lacks something of the sheet. */
export function isUnsaved(visit: Visit): boolean {
  return !visit.outcome && textOf(visit.sheet) !== visit.saved;
}
