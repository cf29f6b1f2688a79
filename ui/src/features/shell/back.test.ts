import { expect, it } from "vitest";
import { backOf } from "./back";

const here = "https://jiangxin.example";

it("leads back to a page of the desks, with what its address says", () => {
  expect(backOf("/app", here)).toBe("/app");
  expect(backOf("/app/queue?stage=acceptance&q=%E6%B2%88#row", here)).toBe("/app/queue?stage=acceptance&q=%E6%B2%88#row");
});

it.each([
  undefined, "", 7, "queue", "https://evil.example/", "//evil.example/app", "javascript:alert(1)", "/app/../..//evil.example", "/app/..//evil.example",
  "/app//evil.example", "/apple", "\\\\evil.example\\app", "/\\evil.example/app",
])("leads nowhere else: %s", (wish) => {
  expect(backOf(wish, here)).toBeUndefined();
});
