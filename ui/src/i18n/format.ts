import { currentLanguage } from "./language";

const zone = "Asia/Shanghai";
const formats = new Map<string, Intl.DateTimeFormat>();

/** inEnglish tells whether dates are worded in English: the day first, the month never a number, so nobody takes one for the other. */
const inEnglish = () => currentLanguage() === "en";

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLanguage()} ${name}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(inEnglish() ? "en-GB" : currentLanguage(), { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** dayOf words a legal date (YYYY-MM-DD) or the Shanghai day of an instant, as 2026年12月4日. */
export function dayOf(value: string): string {
  const at = new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value);
  return format("day", { year: "numeric", month: "long", day: "numeric" }).format(at);
}

/** momentOf words an instant to the minute, in Shanghai: 2026/12/04 10:32, 04 Dec 2026, 10:32. */
export function momentOf(value: string): string {
  return format("moment", { year: "numeric", month: inEnglish() ? "short" : "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(value));
}

/** timeOf words the time of day of an instant, in Shanghai. */
export function timeOf(value: string | Date): string {
  return format("time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(value));
}

/** todayIn is the legal date of now. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(now);
}

/** sizeOf words a number of bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ["KB", "MB", "GB"] as const;
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? "GB"}`;
}
