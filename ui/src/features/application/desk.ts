import type { Schemas } from "@/api/client";
import type { TagState } from "@/design";

type Case = Schemas["Case"];

/** Desk is what an enterprise has, by who acts next. */
export interface Desk {
  /** mine waits for the enterprise; it comes first. */
  mine: Case[];
  /** underway waits for somebody else. */
  underway: Case[];
  /** filed ended with a filing; the newest first. */
  filed: Case[];
  /** ended came to an end without one. */
  ended: Case[];
}

/** taskOfEnterprise gives the open task that the enterprise itself is to do. */
export function taskOfEnterprise(one: Pick<Case, "openTasks" | "enterpriseId">): Schemas["Task"] | undefined {
  return one.openTasks.find((task) => task.state === "open" && (task.role === "clerk" || task.body === one.enterpriseId));
}

/** deskOf sorts the cases of an enterprise; what is due first stands first. */
export function deskOf(cases: readonly Case[]): Desk {
  const open = cases.filter((one) => !one.closedAt && !one.filing?.filingNo);
  const due = (one: Case) => taskOfEnterprise(one)?.deadline?.date ?? "9999";
  return {
    mine: open.filter((one) => taskOfEnterprise(one)).sort((a, b) => due(a).localeCompare(due(b))),
    underway: open.filter((one) => !taskOfEnterprise(one)),
    filed: cases.filter((one) => one.filing?.filingNo),
    ended: cases.filter((one) => one.closedAt && !one.filing?.filingNo),
  };
}

const expert = new Set(["panel", "expertReview", "deliberation", "siteVisit", "assessment", "signature"]);

/** tagOf gives the tag of a case's stage. */
export function tagOf(one: Pick<Case, "stage" | "closedAt" | "filing">): TagState {
  if (one.filing?.filingNo) return "filed";
  if (one.closedAt) return "refused";
  if (one.stage === "supplement" || one.stage === "rectification") return "supplement";
  if (one.stage === "commitment") return "near";
  return expert.has(one.stage) ? "expert" : "working";
}

/** dayBefore gives the legal date so many days before another, both YYYY-MM-DD. */
export function dayBefore(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}
