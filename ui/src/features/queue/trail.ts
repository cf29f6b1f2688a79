/** Trail is the list from which a case was opened: the way back to it, and what comes before and after. */
interface Trail {
  list: string;
  items: { key: string; href: string }[];
}

const place = "jiangxin.trail";

/** remember keeps the list that is on the screen, in order. */
export function remember(list: string, items: Trail["items"]): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ list, items }));
  } catch {
    // without storage there is no next case to offer
  }
}

function recall(): Trail {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "") as Trail;
  } catch {
    return { list: "/app/queue", items: [] };
  }
}

/** taskKey names a task in a trail. */
export function taskKey(task: { caseNo: string; id: string }): string {
  return `${task.caseNo} ${task.id}`;
}

/** taskHref is the address of a task's page. */
export function taskHref(task: { caseNo: string; id: string }): string {
  return `/app/cases/${encodeURIComponent(task.caseNo)}/tasks/${task.id.split("/").map(encodeURIComponent).join("/")}`;
}

/** around gives the way back to the list, and the addresses before and after an entry of it. */
export function around(key: string): { list: string; previous?: string; next?: string } {
  const trail = recall();
  const at = trail.items.findIndex((item) => item.key === key);
  if (at < 0) return { list: trail.list, next: trail.items[0]?.href };
  return { list: trail.list, previous: trail.items[at - 1]?.href, next: trail.items[at + 1]?.href };
}
