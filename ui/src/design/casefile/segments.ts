import type { Schemas } from "@/api/client";

/** Pause is a stretch in which the clock stood still. */
export type Pause = Schemas["ClockPause"];

/** Segment is a stretch of the rail; `days` is its length in working days. */
export interface Segment {
  kind: "used" | "paused" | "left" | "over";
  days: number;
}

/** Clock is what the rail draws. */
export interface ClockFacts {
  limit: number;
  used: number;
  paused: boolean;
  pauses: readonly Pause[];
  start?: string;
}

const aDay = 86_400_000;

function calendarDays(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / aDay));
}

/**
 * segmentsOf lays the clock out along the rail. The server counts the working days; between the pauses they are shared
 * out by calendar days, since the rail only shows where a pause lay. A pause has a length of its own, at most a quarter.
 */
export function segmentsOf({ limit, used, paused, pauses, start }: ClockFacts, today: string): Segment[] {
  const over = Math.max(0, used - limit);
  const spent = Math.min(used, limit);
  const spans: { work: number; pause: number }[] = [];
  let from = start ?? pauses[0]?.from ?? today;
  for (const pause of pauses) {
    spans.push({ work: calendarDays(from, pause.from), pause: Math.max(1, calendarDays(pause.from, pause.to ?? today)) });
    from = pause.to ?? today;
  }
  const open = paused && pauses.at(-1)?.to === undefined;
  const rest = open ? 0 : calendarDays(from, today);
  const worked = spans.reduce((sum, span) => sum + span.work, rest);
  const most = Math.max(1, limit / 4);
  const segments: Segment[] = [];
  let laid = 0;
  for (const span of spans) {
    const days = worked > 0 ? Math.round((spent * span.work) / worked) : 0;
    const length = Math.min(days, spent - laid);
    if (length > 0) segments.push({ kind: "used", days: length });
    laid += length;
    segments.push({ kind: "paused", days: Math.min(most, Math.max(1, (span.pause * 5) / 7)) });
  }
  if (spent > laid) {
    const last: Segment = { kind: "used", days: spent - laid };
    if (open && segments.length > 0) segments.splice(-1, 0, last);
    else segments.push(last);
  }
  if (over > 0) segments.push({ kind: "over", days: over });
  if (limit > spent) segments.push({ kind: "left", days: limit - spent });
  return segments;
}
