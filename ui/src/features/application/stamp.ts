import type { SectionCode } from "./section";

const resident = /^\d{17}[\dXx]$/;

/** masked writes an ID number as the server gives it back: the first four and last four characters. */
export function masked(number: string): string {
  const plain = number.trim().toUpperCase();
  return resident.test(plain) ? `${plain.slice(0, 4)}${"*".repeat(10)}${plain.slice(14)}` : plain;
}

/** canonical writes a value with sorted keys and without what is blank: what is left out and what is empty are the same to the server. */
function canonical(value: unknown, key = ""): string | undefined {
  if (value === null || value === undefined || value === "" || value === false || value === 0) return undefined;
  if (typeof value === "string") return JSON.stringify(key === "idNumber" ? masked(value) : value);
  if (Array.isArray(value)) return value.length > 0 ? `[${value.map((entry) => canonical(entry) ?? "-").join(",")}]` : undefined;
  if (typeof value === "object") {
    const fields = Object.entries(value)
      .map(([name, inner]) => [name, canonical(inner, name)] as const)
      .filter(([, words]) => words !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return fields.length > 0 ? `{${fields.map(([name, words]) => `${name}:${words}`).join(",")}}` : undefined;
  }
  return String(value);
}

/**
 * stampOf tells one content of a section from another, as a number of 53 bits. It stands for the version of one section: the
 * server counts versions of the whole application, but a section conflicts only with another text of the same section. The staff
 * lists, the only section that is a list, are the same in any order: the server keeps them by kind.
 */
export function stampOf(value: unknown): number {
  const words = (Array.isArray(value) ? value.map((row) => canonical(row) ?? "-").sort().join(",") : canonical(value)) ?? "";
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** draftKey names the copy in the browser of what is typed into a section. */
export function draftKey(applicationId: string, section: SectionCode): string {
  return `application/${applicationId}/${section}`;
}
