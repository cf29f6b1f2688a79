import { expect, test } from "vitest";
import { filterOf, queryOf, searchOf } from "./filter";

test("a city's officer begins with the own city, the province with all", () => {
  expect(filterOf({}, "210100").region).toBe("210100");
  expect(filterOf({}, "").region).toBe("all");
  expect(queryOf(filterOf({}, ""))).toEqual({});
});

test("the address holds what differs from that", () => {
  const filter = { ...filterOf({}, "210100"), region: "all", status: "filed" as const };
  expect(searchOf(filter, "210100")).toEqual({ region: "all", status: "filed" });
  expect(filterOf(searchOf(filter, "210100"), "210100")).toEqual(filter);
  expect(filterOf({ status: "nonsense" }, "").status).toBe("");
});
