import type { Schemas } from "@/api/client";

type Institution = Schemas["Institution"];

/** newestPublished finds the entry that was published last; its newest edition is the city's. */
export function newestPublished(all: readonly Institution[]): Institution | undefined {
  return all
    .filter((one) => one.publishedOn)
    .toSorted((a, b) => (b.publishedOn ?? "").localeCompare(a.publishedOn ?? "") || b.filingNo.localeCompare(a.filingNo))[0];
}

/** Change is what a new edition changes against the last one. */
export interface Change {
  added: Institution | undefined;
  /** Filed with the Department and waiting for an edition of their own. */
  waiting: Institution[];
  /** Entries of the new edition. */
  total: number;
  /** Of these, no longer valid. */
  expired: number;
}

/** changeOf says what publishing one filing changes in the catalogue of its city. */
export function changeOf(all: readonly Institution[], filingNo: string | undefined): Change {
  const added = all.find((one) => one.filingNo === filingNo && !one.publishedOn);
  const published = all.filter((one) => one.publishedOn);
  return {
    added,
    waiting: all.filter((one) => one.status === "filed" && one !== added),
    total: published.length + (added ? 1 : 0),
    expired: published.filter((one) => one.status === "expired").length,
  };
}

/** lastEdition gives the number of the last edition; 0: there is none yet. */
export function lastEdition(newest: Institution | undefined): number {
  return Math.max(0, ...(newest?.editions ?? []).map((edition) => edition.edition));
}

/** Alike are occupations that have the same levels. */
export interface Alike {
  levels: string[];
  rows: Schemas["InstitutionOccupation"][];
}

/** byLevels puts together the occupations that have the same levels, each level named by its grade, as 五级. */
export function byLevels(rows: readonly Schemas["InstitutionOccupation"][]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const row of rows) {
    const key = row.levels.map((level) => level.code).join();
    const group = groups.get(key) ?? { levels: row.levels.map((level) => level.name.split("/")[0] ?? level.code), rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}
