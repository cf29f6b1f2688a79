/** validThrough is the last day of a validity of whole years that begins on `from` (domain/civil.ValidThrough). */
export function validThrough(from: string, years: number): string {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

/** Window is within which days a validity may begin. */
export interface Window {
  first: string;
  last: string;
}

/** windowOf gives the first and last day on which a validity may begin, counted from today. */
export function windowOf(today: string, ahead: number): Window {
  const day = (shift: number) => new Date(Date.parse(`${today}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10);
  return { first: day(-ahead), last: day(ahead) };
}
