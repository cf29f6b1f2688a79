/** FieldKind is how one field of an application is edited by itself; `form` is one that needs its whole section. */
export type FieldKind = "line" | "prose" | "count" | "tick" | "file" | "files" | "form";

const steps = (pointer: string) => pointer.split("/").slice(1).map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));

/** within is a pointer without its section: /unit/contact/phone gives /contact/phone. */
export function within(pointer: string): string {
  const [, ...rest] = steps(pointer);
  return rest.length > 0 ? `/${rest.join("/")}` : "";
}

/** valueAt reads what a pointer names in a content. */
export function valueAt(content: unknown, pointer: string): unknown {
  return steps(pointer).reduce<unknown>((value, step) => (value !== null && typeof value === "object" ? (value as Record<string, unknown>)[step] : undefined), content);
}

/** withValue gives the content with another value at a pointer; what is on the way there is copied. */
export function withValue<T>(content: T, pointer: string, value: unknown): T {
  const put = (part: unknown, path: string[]): unknown => {
    const [step, ...rest] = path;
    if (step === undefined) return value;
    if (Array.isArray(part)) return part.map((entry, i) => (String(i) === step ? put(entry, rest) : (entry as unknown)));
    return { ...(part as object), [step]: put((part as Record<string, unknown> | undefined)?.[step], rest) };
  };
  return put(content, steps(pointer)) as T;
}

const files = new Set(["documents", "proofs"]);
const file = new Set(["document", "public"]);
const long = new Set(["duties", "statement", "description", "source", "charges", "creditCodeReason"]);
const chosen = new Set(["region", "tenure", "kind", "level", "code", "workType", "by", "at"]);

/** kindOf says how the field of a pointer is edited. */
export function kindOf(pointer: string, value: unknown): FieldKind {
  const path = steps(pointer);
  const last = path.at(-1) ?? "";
  if (path.length < 2) return "form";
  if (files.has(last) && Array.isArray(value)) return "files";
  if (typeof value === "boolean") return "tick";
  if (typeof value === "number") return last === "number" ? "form" : "count";
  if (typeof value !== "string" || chosen.has(last)) return "form";
  if (file.has(last)) return "file";
  return long.has(last) || path[1] === "form" ? "prose" : "line";
}
