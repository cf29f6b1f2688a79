import type { Schemas } from "@/api/client";
import { taskKey } from "./trail";

type Task = Schemas["Task"];

/** Poll is the beginning of the list as it is now; `whole`: there is no more of it. */
export interface Poll {
  items: readonly Task[];
  whole: boolean;
}

/** News is how a list on the screen differs from the list as it is now. */
export interface News {
  /** How many tasks have come that are not on the screen and belong among those that are. */
  count: number;
  /** The tasks on the screen that are no longer in the list. */
  gone: ReadonlySet<string>;
}

/**
 * newsOf compares what is on the screen with what is there now. What lies behind the last row on the screen is no news while the
 * list has more pages: it comes with them.
 */
export function newsOf(shown: readonly Task[], more: boolean, now: Poll | undefined): News {
  if (!now) return { count: 0, gone: new Set() };
  const here = new Set(shown.map(taskKey));
  const there = new Set(now.items.map(taskKey));
  const lastSeen = now.items.findLastIndex((task) => here.has(taskKey(task)));
  const within = more ? now.items.slice(0, lastSeen + 1) : now.items;
  const gone = now.whole ? shown.filter((task) => !there.has(taskKey(task))).map(taskKey) : [];
  return { count: within.filter((task) => !here.has(taskKey(task))).length, gone: new Set(gone) };
}

/** upToDate gives each row on the screen its newest state, and leaves every row where it is. */
export function upToDate(shown: readonly Task[], now: Poll | undefined): Task[] {
  const newer = new Map(now?.items.map((task) => [taskKey(task), task]));
  return shown.map((task) => {
    const other = newer.get(taskKey(task));
    return other && other.version > task.version ? other : task;
  });
}
