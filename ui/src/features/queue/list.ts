/** Tab is one of the four lists of a desk: 待签收, 我的, 等待他人(暂停), 已办. */
export type Tab = "claimable" | "mine" | "waiting" | "done";

/** Urgency narrows a list to what is 超期 or 临期. */
export type Urgency = "overdue" | "near";

const tabs: readonly Tab[] = ["claimable", "mine", "waiting", "done"];
/** Every urgency that a list can be narrowed to. */
export const urgencies: readonly Urgency[] = ["overdue", "near"];

/** List is what the address says of the list: which tab, what it is narrowed to, and how many pages lie open. */
export interface List {
  tab: Tab;
  stage: string;
  region: string;
  urgency: Urgency | "";
  q: string;
  /** by: with 已办, what anybody of the body decided instead of one's own. */
  by: "body" | "";
  pages: number;
}

/** Narrowing is the part of a list that a saved view keeps. */
export type Narrowing = Omit<List, "pages">;

/** tabsOf lists the tabs of a person: experts have nothing to claim and wait for nobody. */
export function tabsOf(expert: boolean): readonly Tab[] {
  return expert ? ["mine", "done"] : tabs;
}

/** readList reads the list from the address; what it does not know is left out. */
export function readList(search: Record<string, string>, expert: boolean): List {
  const allowed = tabsOf(expert);
  const pages = Number(search.pages);
  return {
    tab: allowed.find((tab) => tab === search.tab) ?? (expert ? "mine" : "claimable"),
    stage: search.stage ?? "",
    region: search.region ?? "",
    urgency: urgencies.find((urgency) => urgency === search.urgency) ?? "",
    q: search.q ?? "",
    by: search.by === "body" ? "body" : "",
    pages: Number.isInteger(pages) && pages > 1 && pages <= 40 ? pages : 1,
  };
}

/** searchOf writes the list into the address, without what goes without saying. */
export function searchOf(list: List, expert: boolean): Record<string, string> {
  const said: Record<string, string> = {};
  if (list.tab !== (expert ? "mine" : "claimable")) said.tab = list.tab;
  if (list.stage) said.stage = list.stage;
  if (list.region) said.region = list.region;
  if (list.urgency) said.urgency = list.urgency;
  if (list.q) said.q = list.q;
  if (list.by && list.tab === "done") said.by = list.by;
  if (list.pages > 1) said.pages = String(list.pages);
  return said;
}

/** narrowed gives the list with another narrowing, from its first page again. */
export function narrowed(list: List, change: Partial<Narrowing>): List {
  return { ...list, ...change, pages: 1 };
}

/** noNarrowing shows everything of a tab. */
export const noNarrowing = { stage: "", region: "", urgency: "", q: "", by: "" } as const;

/** isNarrowed says whether anything but the tab limits the list. */
export function isNarrowed(list: List): boolean {
  return Boolean(list.stage || list.region || list.urgency || list.q);
}

/** hrefOf is the address of a list. */
export function hrefOf(list: List, expert: boolean): string {
  const search = new URLSearchParams(searchOf(list, expert)).toString();
  return search ? `/app/queue?${search}` : "/app/queue";
}
