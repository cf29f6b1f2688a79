/** wordOf gives the name under which the language file knows a field: /premises/sites/0/address is premises.sites.address. */
export function wordOf(pointer: string): string {
  return pointer
    .split("/")
    .filter((step) => step !== "" && !/^\d+$/.test(step))
    .join(".");
}

/** sectionOf gives the section in which a pointer lies. */
export function sectionOf(pointer: string): string {
  return pointer.split("/")[1] ?? "";
}
