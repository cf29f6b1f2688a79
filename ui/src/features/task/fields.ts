/** fieldId gives the id of the element that a JSON pointer names. */
export function fieldId(pointer: string): string {
  return `f${pointer.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

/** under gives the problems of one part of a sheet or section, by the rest of their pointers. */
export function under<T extends { pointer: string }>(problems: readonly T[], prefix: string): T[] {
  return problems.filter((p) => p.pointer === prefix || p.pointer.startsWith(`${prefix}/`));
}

/** wordsAt gives the sentence about exactly this pointer, if there is one. */
export function wordsAt(problems: readonly { pointer: string; message: string }[], pointer: string): string | undefined {
  return problems.find((p) => p.pointer === pointer)?.message;
}
