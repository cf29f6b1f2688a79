import { fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "../testing";
import { QueueTable, type Column, type QueueTableProps } from "./QueueTable";

interface Row {
  no: string;
  name: string;
}

const rows: Row[] = [{ no: "1", name: "甲" }, { no: "2", name: "乙" }, { no: "3", name: "丙" }];
const columns: Column<Row>[] = [{ key: "no", title: "编号", cell: (row) => row.no }, { key: "name", title: "企业", main: true, cell: (row) => row.name, sortable: true }];
const open = vi.fn();

function Desk(more: Partial<QueueTableProps<Row>>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState("1");
  return (
    <QueueTable caption="任务" columns={columns} rows={rows} rowKey={(row) => row.no} rowLabel={(row) => row.name} rowHref={(row) => `/t/${row.no}`}
      selected={selected} onSelect={setSelected} current={current} onCurrent={setCurrent} onOpen={open} {...more} />
  );
}

const link = (name: string) => screen.getByRole("link", { name });

function narrow(matches: boolean): void {
  window.matchMedia = ((query: string) => ({ matches, media: query, addEventListener: () => undefined, removeEventListener: () => undefined })) as unknown as typeof window.matchMedia;
}

describe("the queue", () => {
  beforeEach(() => {
    open.mockClear();
    narrow(false);
  });

  it("is a table with a caption, and each row is named by its link", async () => {
    await show(<Desk />);
    expect(screen.getByRole("table", { name: "任务" })).toBeTruthy();
    expect(screen.getByRole("rowheader", { name: "乙" })).toBeTruthy();
    expect(link("乙").getAttribute("href")).toBe("/t/2");
  });

  it("moves by j, k and arrows, and one row takes the Tab key", async () => {
    await show(<Desk />);
    link("甲").focus();
    fireEvent.keyDown(link("甲"), { key: "j" });
    expect(document.activeElement).toBe(link("乙"));
    fireEvent.keyDown(link("乙"), { key: "ArrowDown" });
    expect(document.activeElement).toBe(link("丙"));
    fireEvent.keyDown(link("丙"), { key: "j" });
    expect(document.activeElement).toBe(link("丙"));
    fireEvent.keyDown(link("丙"), { key: "k" });
    expect(document.activeElement).toBe(link("乙"));
    expect(screen.getAllByRole("link").map((one) => one.tabIndex)).toEqual([-1, 0, -1]);
  });

  it("ticks the row by x, and all by the box of the head", async () => {
    await show(<Desk />);
    link("甲").focus();
    fireEvent.keyDown(link("甲"), { key: "x" });
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "选择 甲" }).checked).toBe(true);
    const all = screen.getByRole<HTMLInputElement>("checkbox", { name: "选择本页全部" });
    expect(all.indeterminate).toBe(true);
    fireEvent.click(all);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "选择 丙" }).checked).toBe(true);
  });

  it("opens by a plain press on the link or the row, and leaves the others to the browser", async () => {
    await show(<Desk />);
    fireEvent.click(link("乙"));
    expect(open).toHaveBeenCalledWith(rows[1]);
    fireEvent.click(screen.getByText("3"));
    expect(open).toHaveBeenLastCalledWith(rows[2]);
    const notOurs = fireEvent.click(link("乙"), { ctrlKey: true });
    expect(open).toHaveBeenCalledTimes(2);
    expect(notOurs).toBe(true);
  });

  it("says by which column it is sorted", async () => {
    const sort = vi.fn();
    await show(<Desk sort={{ key: "name", descending: false }} onSort={sort} />);
    expect(screen.getByRole("columnheader", { name: "企业" }).getAttribute("aria-sort")).toBe("ascending");
    fireEvent.click(screen.getByRole("button", { name: "企业" }));
    expect(sort).toHaveBeenCalledWith({ key: "name", descending: true });
  });

  it("is a list of cards on a narrow page", async () => {
    narrow(true);
    await show(<Desk action={() => <button type="button">办理</button>} />);
    expect(screen.queryByRole("table")).toBeNull();
    const card = within(screen.getByRole("list", { name: "任务" })).getAllByRole("listitem")[1]!;
    expect(within(card).getByText("编号")).toBeTruthy();
    expect(within(card).getByRole("button", { name: "办理" })).toBeTruthy();
    fireEvent.click(within(card).getByRole("link"));
    expect(open).toHaveBeenCalledWith(rows[1]);
  });

  it("says why there is nothing, or what went wrong", async () => {
    const { unmount } = await show(<Desk rows={[]} empty={<p>没有任务</p>} />);
    expect(screen.getByText("没有任务")).toBeTruthy();
    unmount();
    await show(<Desk error={new Problem({ status: 0, code: "offline", detail: "" })} />);
    expect(screen.getByRole("alert").textContent).toContain("网络已断开");
  });
});
