import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { Problem } from "@/api/problem";
import { each } from "./bulk";
import { csvOf } from "./csv";
import { newsOf, upToDate } from "./fresh";
import { hrefOf, narrowed, readList, searchOf } from "./list";
import { mayOf } from "./RowAction";

const task = (caseNo: string, version = 1) => ({ caseNo, id: "acceptance/1/main", version }) as Schemas["Task"];

describe("the list in the address", () => {
  it("is read back as it was written", () => {
    const list = { tab: "waiting" as const, stage: "panel", region: "210100", urgency: "near" as const, q: "一重", by: "" as const, pages: 3 };
    expect(readList(searchOf(list, false), false)).toEqual(list);
  });

  it("keeps whose finished tasks it shows only with the finished ones", () => {
    expect(searchOf(readList({ tab: "done", by: "body" }, false), false)).toEqual({ tab: "done", by: "body" });
    expect(searchOf(readList({ tab: "mine", by: "body" }, false), false)).toEqual({ tab: "mine" });
  });

  it("says nothing of what goes without saying, and ignores what it does not know", () => {
    expect(hrefOf(readList({ tab: "nonsense", urgency: "soon", pages: "-1" }, false), false)).toBe("/app/queue");
    expect(readList({ tab: "claimable" }, true).tab).toBe("mine");
  });

  it("begins at its first page when it is narrowed", () => {
    expect(narrowed(readList({ pages: "4" }, false), { q: "车" }).pages).toBe(1);
  });
});

describe("news of a list", () => {
  it("are the tasks that belong among those on the screen", () => {
    expect(newsOf([task("1"), task("3")], true, { items: [task("1"), task("2"), task("3"), task("4")], whole: false }).count).toBe(1);
    expect(newsOf([task("1"), task("3")], false, { items: [task("1"), task("2"), task("3"), task("4")], whole: true }).count).toBe(2);
    expect(newsOf([], false, { items: [task("1")], whole: true }).count).toBe(1);
  });

  it("name what has gone only when the whole list is known", () => {
    expect([...newsOf([task("1"), task("2")], false, { items: [task("2")], whole: true }).gone]).toEqual(["1 acceptance/1/main"]);
    expect(newsOf([task("1"), task("2")], false, { items: [task("2")], whole: false }).gone.size).toBe(0);
  });

  it("change rows where they stand", () => {
    expect(upToDate([task("1"), task("2")], { items: [task("2", 5), task("1", 1)], whole: true }).map((row) => row.version)).toEqual([1, 5]);
  });
});

describe("a bulk action", () => {
  it("says of each task what became of it, in order, and goes on after a refusal", async () => {
    const steps: number[] = [];
    const outcomes = await each(["1", "2", "3", "4", "5", "6"].map((no) => task(no)), async (one) => {
      if (one.caseNo === "2") throw new Problem({ status: 409, code: "taken", detail: "已由他人签收" });
    }, (done) => steps.push(done), "没有办成");
    expect(outcomes.map((one) => one.refusal)).toEqual([undefined, "已由他人签收", undefined, undefined, undefined, undefined]);
    expect(steps.at(-1)).toBe(6);
  });
});

describe("a list as CSV", () => {
  it("quotes what must be quoted and lets no cell be a formula", () => {
    expect(csvOf(["编号", "企业"], [["1", '=HYPERLINK("x")'], ["2", "甲,乙"]])).toBe('\uFEFF编号,企业\r\n1,"\'=HYPERLINK(""x"")"\r\n2,"甲,乙"\r\n');
  });
});

describe("the one thing to do with a task", () => {
  const open = { ...task("1"), state: "open" as const, mine: false };

  it("is to take it, to work on it, to enter it for an expert, or to look at it", () => {
    expect(mayOf(open, "claimable")).toBe("claim");
    expect(mayOf({ ...open, mine: true }, "claimable")).toBe("work");
    expect(mayOf({ ...open, claimedBy: { id: "u", name: "李某" } }, "claimable")).toBe("view");
    expect(mayOf(open, "claimable", { gone: true })).toBe("view");
    expect(mayOf(open, "waiting")).toBe("view");
    expect(mayOf({ ...open, onBehalf: true }, "waiting")).toBe("behalf");
    expect(mayOf({ ...open, state: "done" }, "mine")).toBe("view");
  });

  it("is never to claim for an expert", () => {
    expect(mayOf(open, "mine", { expert: true })).toBe("work");
  });
});
