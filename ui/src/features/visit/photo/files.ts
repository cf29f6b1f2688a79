import type { Place } from "../outbox/record";

const pictures = ["image/jpeg", "image/png"];
const scans = [...pictures, "application/pdf"];
const endings: Record<string, string> = { "image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf" };

/** The largest file that a visit takes: more would not leave a phone on a poor network. */
const largest = 40 * 1024 * 1024;

/** kindsOf gives what may be chosen for a place: pictures, or for the signed record also a scan. */
export function kindsOf(place: Place): string {
  return (place === "sheet" ? scans : pictures).join(",");
}

/** filesFor says why a file cannot be taken, as a key of the words; nothing when it can. */
export function filesFor(place: Place, file: File): "photo.wrongKind" | "photo.empty" | "photo.tooLarge" | undefined {
  if (!(place === "sheet" ? scans : pictures).includes(file.type)) return "photo.wrongKind";
  if (file.size === 0) return "photo.empty";
  return file.size > largest ? "photo.tooLarge" : undefined;
}

/** namedPhoto names a picture by what it shows and when it came: cameras call all of theirs the same. */
export function namedPhoto(file: File, place: Place, word: string, now = new Date()): File {
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" }).format(now).replace(/[-:]/g, "").replace(" ", "-");
  const number = typeof place === "number" && place > 0 ? `-${place}` : "";
  return new File([file], `${word}${number}-${time}.${endings[file.type] ?? "bin"}`, { type: file.type, lastModified: file.lastModified });
}
