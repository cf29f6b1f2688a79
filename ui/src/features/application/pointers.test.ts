import { expect, test } from "vitest";
import { kindOf, valueAt, within, withValue } from "./pointers";

const premises = { sites: [{ name: "一号车间", rooms: ["written"] }, { name: "二号车间", rooms: [] }], proofs: ["a"], video: { cameras: 4 } };

test("a value is read and replaced where a pointer names it", () => {
  expect(within("/premises/sites/1/name")).toBe("/sites/1/name");
  expect(valueAt(premises, "/sites/1/name")).toBe("二号车间");
  expect(valueAt(premises, "/sites/7/name")).toBeUndefined();
  const changed = withValue(premises, "/sites/1/name", "三号车间");
  expect(changed.sites.map((site) => site.name)).toEqual(["一号车间", "三号车间"]);
  expect(premises.sites[1]?.name).toBe("二号车间");
  expect(withValue(premises, "/video/cameras", 8).video).toEqual({ cameras: 8 });
});

test.each([
  ["/unit/nature", "", "line"],
  ["/organisation/duties", "", "prose"],
  ["/plan/form/quality", "", "prose"],
  ["/unit/staffTotal", 12, "count"],
  ["/funding/nonProfit", false, "tick"],
  ["/premises/proofs", [], "files"],
  ["/rules/quality/public", "", "file"],
  ["/unit/region", "210100", "form"],
  ["/premises/sites", [], "form"],
  ["/occupations", {}, "form"],
] as const)("%s is edited as it should be", (pointer, value, kind) => {
  expect(kindOf(pointer, value)).toBe(kind);
});
