import { expect, test } from "vitest";
import { entryOf, pointerOf, standingOf, trustOf, withEntry, type Entry } from "./materials";

const entry = (number: number, part: Partial<Entry> = {}): Entry => ({ number, documents: [], onlineCheck: false, ...part });

test("a material is given by files, by a check online, by the form, or not yet", () => {
  expect(standingOf(entry(1, { onlineCheck: true }), {})).toBe("online");
  expect(standingOf(entry(4, { documents: ["a"] }), {})).toBe("files");
  expect(standingOf(entry(2), { carried: "unit" })).toBe("form");
  expect(standingOf(entry(6), { carried: "" })).toBe("missing");
});

test("entries stand in the order of the notice, and an empty one is left out", () => {
  const items = withEntry(withEntry([], entry(6, { documents: ["b"] })), entry(1, { onlineCheck: true }));
  expect(items.map((item) => item.number)).toEqual([1, 6]);
  expect(withEntry(items, entry(6))).toEqual([entry(1, { onlineCheck: true })]);
  expect(entryOf(items, 4)).toEqual(entry(4));
  expect([pointerOf(items, 6), pointerOf(items, 4)]).toEqual(["/materials/items/1", "/materials/items"]);
});

test("copies of what others issued are C, what the enterprise makes itself is D", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(trustOf)).toEqual(["C", "D", "D", "D", "D", "C", "D"]);
});
