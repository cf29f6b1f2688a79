/** Kind of file by the names that people know it by. */
const kinds: Record<string, { label: string; endings: readonly string[] }> = {
  "application/pdf": { label: "PDF", endings: ["pdf"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { label: "Word (.docx)", endings: ["docx"] },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { label: "Excel (.xlsx)", endings: ["xlsx"] },
  "application/zip": { label: "ZIP", endings: ["zip"] },
  "image/jpeg": { label: "JPG", endings: ["jpg", "jpeg"] },
  "image/png": { label: "PNG", endings: ["png"] },
};

/** Refusal is why a file is not even sent. */
export type Refusal = "type" | "tooLarge" | "empty" | "twice";

/** endingOf is the ending of a file's name, small and without the dot. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function wanted(accept: string): string[] {
  return accept.split(",").map((entry) => entry.trim().toLowerCase()).filter(Boolean);
}

/** endingsOf are the endings that an `accept` list takes; none means any. */
export function endingsOf(accept: string): string[] {
  return wanted(accept).flatMap((entry) => {
    if (entry.startsWith(".")) return [entry.slice(1)];
    if (entry === "image/*") return ["jpg", "jpeg", "png"];
    return kinds[entry]?.endings ?? [];
  });
}

/** labelsOf names the kinds of files that an `accept` list takes. */
export function labelsOf(accept: string): string[] {
  const endings = endingsOf(accept);
  return Object.values(kinds).filter((kind) => kind.endings.some((ending) => endings.includes(ending))).map((kind) => kind.label);
}

/** refuse judges a file before a byte travels. */
export function refuse(file: { name: string; size: number }, accept: string, maxBytes: number | undefined): Refusal | undefined {
  const endings = endingsOf(accept);
  if (endings.length > 0 && !endings.includes(endingOf(file.name))) return "type";
  if (file.size === 0) return "empty";
  if (maxBytes !== undefined && file.size > maxBytes) return "tooLarge";
  return undefined;
}

/** typeOf tells how a document is shown, by its media type or its name. */
export function typeOf(type: string | undefined, name: string): "pdf" | "image" | "docx" | "other" {
  const ending = endingOf(name);
  if (type?.includes("pdf") || (!type && ending === "pdf")) return "pdf";
  if (type?.startsWith("image/") || (!type && /^(jpe?g|png)$/.test(ending))) return "image";
  if (type?.includes("wordprocessingml") || (!type && ending === "docx")) return "docx";
  return "other";
}
