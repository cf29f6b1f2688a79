/** Filters narrow the catalogue; they live in the address, so that a link shows the same list. */
export interface Filters {
  q: string;
  region: string;
  occupation: string;
  level: string;
  status: string;
}

const names = ["q", "region", "occupation", "level", "status"] as const;

/** filtersIn reads the filters of an address. */
export function filtersIn(search: string): Filters {
  const words = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, words.get(name)?.slice(0, 100) ?? ""])) as unknown as Filters;
}

/** addressOf writes filters into the address of the catalogue; what is empty is left out. */
export function addressOf(filters: Filters): string {
  const words = new URLSearchParams();
  for (const name of names) if (filters[name].trim()) words.set(name, filters[name].trim());
  const text = words.toString();
  return text ? `/catalogue?${text}` : "/catalogue";
}

/** given leaves out what is not filtered by, as the API wants it. */
export function given(filters: Filters): Partial<Filters> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
