const place = (user: string) => `jiangxin.seen/${user}`;
const most = 2000;

function read(user: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(user)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === "string") : [];
  } catch {
    return [];
  }
}

/** seenTasks gives the tasks that a person opened in this browser: every other one is new to its reader. */
export function seenTasks(user: string): ReadonlySet<string> {
  return new Set(read(user));
}

/** markSeen remembers that a task was opened; the oldest are forgotten. */
export function markSeen(user: string, key: string): void {
  try {
    localStorage.setItem(place(user), JSON.stringify([...read(user).filter((other) => other !== key), key].slice(-most)));
  } catch {
    // storage is switched off: everything stays bold
  }
}
