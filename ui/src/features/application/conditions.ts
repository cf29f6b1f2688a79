import type { Content } from "./section";

export type Items = Content["conditions"]["items"];

/** conditionCount is the number of conditions of notice article 一. */
export const conditionCount = 5;

/** allConditions gives an entry for each of the five conditions, in order, what was entered kept. */
export function allConditions(items: Items): Items {
  return Array.from({ length: conditionCount }, (_, i) => i + 1).map((number) => items.find((item) => item.number === number) ?? { number, statement: "", documents: [] });
}
