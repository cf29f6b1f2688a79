import type { Role } from "@/api/session";
import type { CaseKind } from "./kind";

/** TabKey is a part of the case file; it is the search parameter `tab`. */
export type TabKey = "progress" | "application" | "materials" | "statements" | "papers" | "record" | "messages" | "operate";

/**
 * tabsFor lists the parts of a case file that a person may read. Operators keep cases moving and read neither the application
 * nor what was said; only a filing has an application, and a tenure asks nobody.
 */
export function tabsFor(roles: readonly Role[], kind: CaseKind): TabKey[] {
  const works = roles.some((role) => role !== "operator");
  const operates = roles.includes("operator");
  const tabs: TabKey[] = ["progress"];
  if (works && kind === "filing") tabs.push("application", "materials");
  if (works && kind !== "tenure") tabs.push("statements");
  if (kind !== "tenure") tabs.push("papers");
  tabs.push("record");
  if (works) tabs.push("messages");
  if (operates) tabs.push("operate");
  return tabs;
}

/** tabOf reads the search parameter; what one may not read is the progress. */
export function tabOf(word: string | undefined, tabs: readonly TabKey[]): TabKey {
  return tabs.find((tab) => tab === word) ?? "progress";
}
