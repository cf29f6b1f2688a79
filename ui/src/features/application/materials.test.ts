import { expect, test } from "vitest";
import type { Content } from "./section";
import { entryOf, pointerOf, standingOf, trustOf, withEntry, type Entry } from "./materials";

const entry = (number: number, part: Partial<Entry> = {}): Entry => ({ number, documents: [], onlineCheck: false, ...part });

test("a material is given by files, by a check online, by the form, or not yet", () => {
  const app = (document = "", quality = "", rows: unknown[] = []) => ({ plan: { document, form: { quality } }, occupations: { rows } }) as unknown as Content;
  expect(standingOf(entry(1, { onlineCheck: true }), {}, app())).toBe("online");
  expect(standingOf(entry(4, { documents: ["a"] }), {}, app())).toBe("files");
  expect(standingOf(entry(6), { carried: "" }, app())).toBe("missing");
  expect(standingOf(entry(2), { carried: "unit" }, app())).toBe("form");
  expect(["", "p"].map((file) => standingOf(entry(3), { carried: "plan" }, app(file)))).toEqual(["blank", "files"]);
  expect(standingOf(entry(3), { carried: "plan" }, app("", "台账"))).toBe("form");
  expect([[], [{}]].map((rows) => standingOf(entry(5), { carried: "occupations" }, app("", "", rows)))).toEqual(["blank", "form"]);
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
