import { has, type Session } from "@/api/session";

/** Place is an entry of the main navigation; `word` is its key in shell.json. */
export interface Place {
  to: "/app/desk" | "/app/queue" | "/app/cases" | "/app/messages" | "/app/catalogue" | "/app/batches" | "/app/months" | "/app/calendar" | "/app/result-templates" | "/app/operator/stuck";
  word: "nav.desk" | "nav.queue" | "nav.reviews" | "nav.cases" | "nav.messages" | "nav.catalogue" | "nav.batches" | "nav.months" | "nav.cityMonths" | "nav.calendar" | "nav.templates" | "nav.stuck";
}

/** placesOf lists where a person works, the most used first. */
export function placesOf(session: Session): Place[] {
  const places: Place[] = [];
  if (has(session, "clerk")) places.push({ to: "/app/desk", word: "nav.desk" }, { to: "/app/batches", word: "nav.batches" }, { to: "/app/months", word: "nav.months" });
  if (has(session, "handler", "reviewer", "signer")) places.push({ to: "/app/queue", word: "nav.queue" });
  else if (has(session, "expert")) places.push({ to: "/app/queue", word: "nav.reviews" });
  if (has(session, "operator")) places.push({ to: "/app/operator/stuck", word: "nav.stuck" });
  if (has(session, "handler", "reviewer", "signer", "operator")) places.push({ to: "/app/cases", word: "nav.cases" });
  if (has(session, "handler", "reviewer", "signer")) places.push({ to: "/app/catalogue", word: "nav.catalogue" });
  if (has(session, "handler", "reviewer", "signer") && session.body?.kind === "authority") places.push({ to: "/app/calendar", word: "nav.calendar" });
  if (has(session, "handler", "reviewer", "signer") && (session.body?.kind === "authority" || session.body?.kind === "centre")) places.push({ to: "/app/months", word: "nav.cityMonths" });
  if (has(session, "handler", "reviewer", "signer") && session.body?.kind === "centre") places.push({ to: "/app/result-templates", word: "nav.templates" });
  places.push({ to: "/app/messages", word: "nav.messages" });
  return places;
}

/** homeOf is where a person's work begins. */
export function homeOf(session: Session): Place["to"] {
  return placesOf(session)[0]?.to ?? "/app/messages";
}
