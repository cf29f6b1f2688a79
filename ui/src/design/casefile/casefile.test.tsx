import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Schemas } from "@/api/client";
import { show } from "../testing";
import { DeadlineText } from "./DeadlineText";
import { segmentsOf } from "./segments";
import { VerdictCells, type Finding } from "./VerdictCells";

const names = ["备案表", "营业执照复印件", "管理制度", "岗位与标准", "场地设备", "工作方案", "人员名册"];
const findings: Finding[] = ["pass", "supplement", "refuse", "", "pass", "pass", ""];

describe("七格条", () => {
  it("says each material and its finding", async () => {
    await show(<VerdictCells findings={findings} names={names} />);
    expect(screen.getAllByRole("listitem").map((cell) => cell.textContent)).toEqual([
      "第1项 备案表：合格", "第2项 营业执照复印件：补正", "第3项 管理制度：不符", "第4项 岗位与标准：未审",
      "第5项 场地设备：合格", "第6项 工作方案：合格", "第7项 人员名册：未审",
    ]);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("gives the number of the material that is picked, and moves by arrows", async () => {
    const pick = vi.fn();
    await show(<VerdictCells findings={findings} names={names} size="large" current={2} onPick={pick} />);
    const cells = screen.getAllByRole("button");
    expect(cells[1]?.getAttribute("aria-current")).toBe("true");
    fireEvent.click(cells[2]!);
    expect(pick).toHaveBeenCalledWith(3);
    cells[6]!.focus();
    fireEvent.keyDown(cells[6]!, { key: "ArrowRight" });
    expect(document.activeElement).toBe(cells[0]);
  });
});

const deadline = (urgency: Schemas["Deadline"]["urgency"], text: string, left: number, provisional = false) => ({ date: "2026-12-04", urgency, text, left, provisional, start: "2026-11-10", used: 9, calendar: "2026-1" }) satisfies Schemas["Deadline"];

describe("the text of a deadline", () => {
  it.each([
    ["onTime", "剩 11 个工作日 · 12月10日(周四)截止", 11],
    ["near", "剩 3 个工作日 · 12月4日(周五)截止", 3],
    ["near", "今天截止", 0],
    ["overdue", "超期 2 个工作日", -2],
    ["paused", "已暂停（专家评审），恢复后剩 5 个工作日", 5],
  ] as const)("is the server's, in the tone of %s: %s", async (urgency, text, left) => {
    await show(<DeadlineText deadline={deadline(urgency, text, left)} />);
    expect(screen.getByRole("button", { name: text }).className).toContain(`jx-deadline-${urgency}`);
  });

  it("opens what is known besides, and closes by Escape", async () => {
    await show(<DeadlineText deadline={deadline("onTime", "剩 11 个工作日", 11, true)} limit={20} />);
    const button = screen.getByRole("button");
    expect(button.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(button);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByText("9 / 20 个工作日")).toBeTruthy();
    expect(screen.getByText("放假安排尚未公布，日期为暂定")).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(button.getAttribute("aria-expanded")).toBe("false");
  });

  it("says that there is none", async () => {
    await show(<DeadlineText deadline={undefined} />);
    expect(screen.getByText("无期限")).toBeTruthy();
  });
});

describe("期限轨", () => {
  const total = (kind: string, segments: ReturnType<typeof segmentsOf>) => segments.filter((segment) => segment.kind === kind).reduce((sum, segment) => sum + segment.days, 0);
  const pause = (from: string, to?: string) => ({ from, to, reason: "x", reasonName: "x" });

  it("has as many working days as the limit, whatever the pauses", () => {
    const segments = segmentsOf({ limit: 20, used: 9, paused: false, start: "2026-11-02", pauses: [pause("2026-11-09", "2026-11-16")] }, "2026-11-23");
    expect(segments.map((segment) => segment.kind)).toEqual(["used", "paused", "used", "left"]);
    expect(total("used", segments)).toBe(9);
    expect(total("left", segments)).toBe(11);
  });

  it("ends with the pause that is on", () => {
    const segments = segmentsOf({ limit: 20, used: 15, paused: true, start: "2026-10-20", pauses: [pause("2026-10-26", "2026-10-30"), pause("2026-11-18")] }, "2026-11-25");
    expect(segments.map((segment) => segment.kind)).toEqual(["used", "paused", "used", "paused", "left"]);
    expect(total("used", segments)).toBe(15);
  });

  it("shows what is over the limit", () => {
    const segments = segmentsOf({ limit: 10, used: 12, paused: false, start: "2026-11-09", pauses: [] }, "2026-11-25");
    expect(segments).toEqual([{ kind: "used", days: 10 }, { kind: "over", days: 2 }]);
  });

  it("is all left on the first day", () => {
    expect(segmentsOf({ limit: 5, used: 0, paused: false, pauses: [] }, "2026-11-25")).toEqual([{ kind: "left", days: 5 }]);
  });
});
