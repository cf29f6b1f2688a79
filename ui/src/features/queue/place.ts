const at = "jiangxin.queue.at";
const from = "jiangxin.from";

/** leaveAt remembers, when a task is opened, from which list and row: the way back leads there. */
export function leaveAt(href: string, key: string): void {
  try {
    sessionStorage.setItem(at, JSON.stringify({ href, key }));
    sessionStorage.setItem(from, href);
  } catch {
    // without storage the list opens at its beginning
  }
}

/** returnTo gives the row of this list from which a task was opened last. */
export function returnTo(href: string): string | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(at) ?? "null") as { href: string; key: string } | null;
    return kept?.href === href ? kept.key : undefined;
  } catch {
    return undefined;
  }
}
