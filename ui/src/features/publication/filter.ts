import type { Schemas } from "@/api/client";

/** Filter says which part of the catalogue is listed; it is what stands in the address. */
export interface Filter {
  q: string;
  /** A city's code; "all" is the whole province. */
  region: string;
  occupation: string;
  status: "" | Schemas["InstitutionStatus"];
}

/** filterOf reads the search parameters; an officer of a city begins with the own city. */
export function filterOf(search: Record<string, string>, own: string): Filter {
  const status = search.status === "filed" || search.status === "published" || search.status === "expired" ? search.status : "";
  return { q: search.q ?? "", region: search.region ?? (own || "all"), occupation: search.occupation ?? "", status };
}

/** searchOf writes the filter into the address; what is as usual is left out. */
export function searchOf(filter: Filter, own: string): Record<string, string> {
  return {
    ...(filter.q ? { q: filter.q } : {}), ...(filter.region === (own || "all") ? {} : { region: filter.region }),
    ...(filter.occupation ? { occupation: filter.occupation } : {}), ...(filter.status ? { status: filter.status } : {}),
  };
}

/** queryOf is the filter as the API wants it. */
export function queryOf({ q, region, occupation, status }: Filter): { q?: string; region?: string; occupation?: string; status?: Schemas["InstitutionStatus"] } {
  return { ...(q ? { q } : {}), ...(region === "all" ? {} : { region }), ...(occupation ? { occupation } : {}), ...(status ? { status } : {}) };
}
