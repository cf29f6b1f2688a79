import { act, fireEvent, render, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { knownHotkeys, useHotkeys, useHotkeysOn, whenAsked } from "./hotkeys";

const key = (name: string, target: Element = document.body, more: object = {}) => fireEvent.keyDown(target, { key: name, ...more });

describe("hotkeys", () => {
  afterEach(() => localStorage.clear());

  it("act on the page and not while somebody types", () => {
    const run = vi.fn();
    const submit = vi.fn();
    renderHook(() => useHotkeys({ p: { run, label: "合格" }, "Ctrl+Enter": { run: submit, label: "提交" } }));
    const { container } = render(<><input /><textarea /><input type="checkbox" /></>);
    const [line, box] = container.querySelectorAll("input");
    key("p");
    key("p", line!);
    key("p", container.querySelector("textarea")!);
    expect(run).toHaveBeenCalledTimes(1);
    key("p", box!);
    expect(run).toHaveBeenCalledTimes(2);
    key("Enter", line!, { ctrlKey: true });
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it("take two keys in a row", () => {
    const queue = vi.fn();
    renderHook(() => useHotkeys({ "g q": { run: queue, label: "任务队列" } }));
    key("q");
    key("g");
    key("q");
    expect(queue).toHaveBeenCalledTimes(1);
  });

  it("stop when the component goes, when they are switched off, and under a dialog", () => {
    const run = vi.fn();
    const { unmount } = renderHook(() => useHotkeys({ n: { run, label: "" } }));
    const { unmount: close } = render(<dialog open />);
    key("n");
    expect(run).not.toHaveBeenCalled();
    close();
    const { result } = renderHook(() => useHotkeysOn());
    act(() => result.current[1](false));
    key("n");
    expect(run).not.toHaveBeenCalled();
    act(() => result.current[1](true));
    key("n");
    expect(run).toHaveBeenCalledTimes(1);
    unmount();
    key("n");
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("are listed by ?, the innermost first, and leave Enter to the control that has the focus", () => {
    const outer = vi.fn();
    const inner = vi.fn();
    const asked = vi.fn();
    renderHook(() => useHotkeys({ n: { run: outer, label: "外" }, Enter: { run: outer, label: "打开" } }));
    renderHook(() => useHotkeys({ n: { run: inner, label: "内" } }));
    const stop = whenAsked(asked);
    key("?");
    expect(asked).toHaveBeenCalledTimes(1);
    expect(knownHotkeys()).toEqual([["n", "内"], ["Enter", "打开"]]);
    key("n");
    expect(inner).toHaveBeenCalledTimes(1);
    const { container } = render(<button type="button" />);
    key("Enter", container.querySelector("button")!);
    expect(outer).not.toHaveBeenCalled();
    stop();
  });
});
