import { describe, expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import type { Text } from "@/i18n";
import zh from "@/locales/zh-CN/case.json";
import roles from "@/locales/zh-CN/words.json";
import { fill } from "@/i18n/text";
import { tell, type EventWords } from "./record";

function textOf(words: Record<string, string>): Text<"case"> & Text<"words"> {
  const t = (key: string, values?: Record<string, string | number>) => fill(words[key] ?? key, values);
  return Object.assign(t, { of: (key: string, fallback?: string) => words[key] ?? fallback ?? key, rich: () => null }) as unknown as Text<"case"> & Text<"words">;
}

const words: EventWords = {
  t: textOf(zh), roles: textOf(roles), names: new Map([["u1", "王敏"]]),
  stageOf: (code) => ({ verification: "核验结论", panel: "组成专家组" })[code] ?? code,
  verdictOf: (_, code) => ({ pass: "通过核验" })[code] ?? code,
  outcomeOf: () => "已备案", bodyOf: (id) => (id === "bureau-210100" ? "沈阳市人力资源和社会保障局" : ""), paperOf: (kind) => ({ receipt: "备案回执" })[kind] ?? kind,
};

function event(type: string, body: object): Schemas["Event"] {
  return { seq: 1, type, at: "2026-03-02T01:00:00Z", body: body as Schemas["Event"]["body"] };
}

describe("the record in words", () => {
  test("says who decided what at which step", () => {
    expect(tell(words, event("decided", { taskId: "verification/1/handle", actor: "u1", data: { verdict: "pass" } }))).toMatchObject({
      title: "核验结论（经办）：通过核验", who: "王敏",
    });
  });

  test("names the reason for which the clock stands", () => {
    expect(tell(words, event("stageEntered", { data: { stage: "panel", round: 2, pause: "supplement" } })).body).toBe("第 2 轮，计时暂停（补正）");
  });

  test("has a sentence for every type of event, without codes", () => {
    const types = ["opened", "stageEntered", "taskOpened", "decided", "taskVoided", "taskReassigned", "taskExtended", "actTaken", "paperDue", "paperMade", "effectSkipped", "withdrawn",
      "reopened", "corrected", "caseClosed", "receiptIssued", "cataloguePublished", "reminderDue", "lapsed", "something new"];
    for (const type of types) {
      const told = tell(words, event(type, { taskId: "panel/1/1", data: { stage: "panel", verdict: "pass", kind: "receipt", id: "receipt/1/receipt", days: 3, years: 3, body: "bureau-210100" } }));
      expect(told.title, type).not.toMatch(/event\.|[{}]/);
    }
  });
});
