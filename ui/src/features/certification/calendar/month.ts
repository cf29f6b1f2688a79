/** monthIn reads a month of an address, as 2026-11; anything else is the month of today. */
export function monthIn(word: string | undefined, today: string): string {
  return word !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(word) ? word : today.slice(0, 7);
}

/** monthBy goes some months on, or back. */
export function monthBy(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** daysOf gives the first and the last day of a month. */
export function daysOf(month: string): { from: string; through: string } {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return { from: `${month}-01`, through: `${month}-${String(last).padStart(2, "0")}` };
}

/** When says where today is to an examination. */
export type When = "past" | "today" | "coming";

/** whenOf says whether an examination is over, under way or still to come. */
export function whenOf(plan: { from?: string; to?: string }, today: string): When {
  if (plan.to && plan.to < today) return "past";
  return plan.from && plan.from > today ? "coming" : "today";
}
