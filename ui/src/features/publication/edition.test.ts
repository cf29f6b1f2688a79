import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { byLevels, changeOf, lastEdition, newestPublished } from "./edition";

function one(filingNo: string, publishedOn = "", status: Schemas["InstitutionStatus"] = publishedOn ? "published" : "filed"): Schemas["Institution"] {
  return { filingNo, status, ...(publishedOn ? { publishedOn } : {}) } as Schemas["Institution"];
}

const all = [one("Y000021000001", "2026-01-05"), one("Y000021000002", "2026-02-01", "expired"), one("Y000021000003"), one("Y000021000004")];

test("a new edition adds one filing to what is published", () => {
  expect(changeOf(all, "Y000021000003")).toMatchObject({ added: { filingNo: "Y000021000003" }, waiting: [{ filingNo: "Y000021000004" }], total: 3, expired: 1 });
  expect(changeOf(all, "Y000021000001").added).toBeUndefined();
});

test("the last edition is that of the entry published last", () => {
  expect(newestPublished(all)?.filingNo).toBe("Y000021000002");
  expect(newestPublished([one("Y000021000009")])).toBeUndefined();
  expect(lastEdition({ ...one("x", "2026-01-01"), editions: [{ region: "", edition: 3, publisher: "", publishedOn: "2026-01-01" }, { region: "", edition: 7, publisher: "", publishedOn: "2026-01-01" }] })).toBe(7);
  expect(lastEdition(undefined)).toBe(0);
});

test("occupations with the same levels share a line", () => {
  const row = (name: string, ...levels: string[]) => ({ code: name, name, workType: "--", standard: "", levels: levels.map((code) => ({ code, name: `${code}级/工` })) });
  const lines = byLevels([row("电工", "5", "4"), row("焊工", "3"), row("车工", "5", "4")]);
  expect(lines.map((line) => [line.levels, line.rows.map((r) => r.name)])).toEqual([[["5级", "4级"], ["电工", "车工"]], [["3级"], ["焊工"]]]);
});
