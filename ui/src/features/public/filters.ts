import type { Schemas } from "@/api/client";

/** Filters narrow the catalogue; they live in the address, so that a link shows the same list. */
export interface Filters {
  q: string;
  region: string;
  occupation: string;
  level: string;
  status: Schemas["InstitutionStatus"] | "";
}

const names = ["q", "region", "occupation", "level", "status"] as const;
const standings = ["filed", "published", "expired"] as const;

/** filtersIn reads the filters of an address. */
export function filtersIn(search: string): Filters {
  const words = new URLSearchParams(search);
  const one = (name: keyof Filters) => words.get(name)?.slice(0, 100) ?? "";
  const status = one("status");
  return { q: one("q"), region: one("region"), occupation: one("occupation"), level: one("level"), status: standings.find((known) => known === status) ?? "" };
}

/** addressOf writes filters into the address of the catalogue; what is empty is left out. */
export function addressOf(filters: Filters): string {
  const words = new URLSearchParams();
  for (const name of names) if (filters[name].trim()) words.set(name, filters[name].trim());
  const text = words.toString();
  return text ? `/catalogue?${text}` : "/catalogue";
}

/** given leaves out what is not filtered by, as the API wants it. */
export function given({ status, ...words }: Filters): Partial<Omit<Filters, "status"> & { status: Schemas["InstitutionStatus"] }> {
  return { ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== "")), ...(status ? { status } : {}) };
}
