/** Filter says which cases are listed; it is what stands in the address. */
export interface Filter {
  q: string;
  state: "open" | "closed" | "all";
  stage: string;
  region: string;
}

/** filterOf reads the search parameters of the page. */
export function filterOf(search: Record<string, string>): Filter {
  const state = search.state === "closed" || search.state === "all" ? search.state : "open";
  return { q: search.q ?? "", state, stage: search.stage ?? "", region: search.region ?? "" };
}

/** cleanFilter leaves out what says nothing, so that addresses stay short. */
export function cleanFilter(filter: Filter): Partial<Filter> {
  return {
    ...(filter.q ? { q: filter.q } : {}), ...(filter.state === "open" ? {} : { state: filter.state }),
    ...(filter.stage ? { stage: filter.stage } : {}), ...(filter.region ? { region: filter.region } : {}),
  };
}
