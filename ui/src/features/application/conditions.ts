import type { Content } from "./section";

export type Items = Content["conditions"]["items"];

/** allConditions gives an entry for each of the five conditions, in order, what was entered kept. */
export function allConditions(items: Items): Items {
  return [1, 2, 3, 4, 5].map((number) => items.find((item) => item.number === number) ?? { number, statement: "", documents: [] });
}
