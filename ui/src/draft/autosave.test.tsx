import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { useDraft } from "./autosave";

const kept = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  get: (key: string) => Promise.resolve(kept.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  del: (key: string) => Promise.resolve(void kept.delete(key)),
}));

const saved = (version: number) => ({ version, savedAt: "2026-11-25T02:32:00Z" });

describe("a draft", () => {
  beforeEach(() => {
    kept.clear();
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is saved one second after the last change, once", async () => {
    const save = vi.fn((_: string, version: number) => Promise.resolve(saved(version + 1)));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 3 }, save));
    act(() => result.current.change("a"));
    act(() => result.current.change("ab"));
    expect(kept.get("k")).toMatchObject({ content: "ab", version: 3 });
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(save.mock.calls).toEqual([["ab", 3]]);
    expect(result.current.status).toBe("saved");
    expect(kept.has("k")).toBe(false);
  });

  it("keeps what was typed in the browser while the server does not answer, and saves it later", async () => {
    let up = false;
    const save = vi.fn((_: string, version: number) => (up ? Promise.resolve(saved(version + 1)) : Promise.reject(new Problem({ status: 0, code: "offline", detail: "" }))));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 1 }, save));
    act(() => result.current.change("kept"));
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(result.current.status).toBe("retrying");
    expect(kept.get("k")).toMatchObject({ content: "kept" });
    up = true;
    await act(() => vi.advanceTimersByTimeAsync(5100));
    expect(result.current.status).toBe("saved");
  });

  it("brings back what a closed tab held", async () => {
    kept.set("k", { content: "from the last tab", version: 1, at: 0 });
    const save = vi.fn((_: string, version: number) => Promise.resolve(saved(version + 1)));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 1 }, save));
    await waitFor(() => expect(result.current.value).toBe("from the last tab"));
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(save).toHaveBeenCalledWith("from the last tab", 1);
  });

  it("saves what was typed while a save was under way", async () => {
    const ends: (() => void)[] = [];
    const save = vi.fn((_: string, version: number) => new Promise<ReturnType<typeof saved>>((resolve) => ends.push(() => resolve(saved(version + 1)))));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 1 }, save));
    act(() => result.current.change("one"));
    await act(() => vi.advanceTimersByTimeAsync(1100));
    act(() => result.current.change("two"));
    await act(async () => {
      ends[0]?.();
      await vi.advanceTimersByTimeAsync(1100);
    });
    expect(save.mock.calls.at(-1)).toEqual(["two", 2]);
  });

  it("forgets what was typed and taken back", async () => {
    const save = vi.fn((_: string, version: number) => Promise.resolve(saved(version + 1)));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 1 }, save));
    act(() => result.current.change("a"));
    act(() => result.current.change(""));
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(save).not.toHaveBeenCalled();
    expect(result.current.status).toBe("clean");
    expect(kept.has("k")).toBe(false);
  });

  it("does not save an old copy of the browser over newer work until the person chooses", async () => {
    kept.set("k", { content: "old local", version: 2, at: 0 });
    const save = vi.fn((_: string, version: number) => Promise.resolve(saved(version + 1)));
    const { result } = renderHook(() => useDraft("k", { content: "newer", version: 5 }, save));
    await waitFor(() => expect(result.current.status).toBe("conflict"));
    act(() => document.dispatchEvent(new Event("focusout")));
    await act(() => vi.advanceTimersByTimeAsync(6000));
    expect(save).not.toHaveBeenCalled();
    act(() => result.current.takeTheirs({ content: "newer", version: 5 }));
    expect(result.current.value).toBe("newer");
  });

  it("leaves alone what was typed for a task that somebody else has decided meanwhile", async () => {
    const save = vi.fn(() => Promise.reject(new Problem({ status: 409, code: "taken", detail: "decided" })));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 1 }, save));
    act(() => result.current.change("mine"));
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(result.current.status).toBe("refused");
    expect(result.current.value).toBe("mine");
  });

  it("says that somebody else has saved, and keeps both sides", async () => {
    const save = vi.fn((_: string, version: number) => (version === 1 ? Promise.reject(new Problem({ status: 409, code: "stale", detail: "changed" })) : Promise.resolve(saved(version + 1))));
    const { result } = renderHook(() => useDraft("k", { content: "", version: 1 }, save));
    act(() => result.current.change("mine"));
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(result.current.status).toBe("conflict");
    expect(result.current.value).toBe("mine");
    act(() => result.current.keepMine({ content: "theirs", version: 7 }));
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(save.mock.calls.at(-1)).toEqual(["mine", 7]);
  });
});
