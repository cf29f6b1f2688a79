import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onUploads, putAway, startUpload, unfinished, uploadsOf, type UploadTask } from "./upload";

const kept = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  get: (key: string) => Promise.resolve(kept.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  del: (key: string) => Promise.resolve(void kept.delete(key)),
  entries: () => Promise.resolve([...kept.entries()]),
}));

const mib = 1 << 20;
const partSize = 8 * mib;

/** The server and its store: documents, which parts have arrived, and what goes wrong next. */
const server = {
  documents: 0,
  state: "uploading",
  verdict: "accepted" as "accepted" | "rejected",
  size: 0,
  arrived: new Set<number>(),
  refreshed: 0,
  breaks: 0,
  held: undefined as FakeRequest | undefined,
  hold: 0,
};

function document_() {
  const problem = server.state === "rejected" ? { code: "bad_file", reason: "virus", message: "文件中发现病毒" } : undefined;
  return { id: `d${server.documents}`, purpose: "material", name: "a.pdf", size: server.size, sha256: "x", state: server.state, personal: true, createdAt: "2026-11-25T00:00:00Z", problem };
}

function plan() {
  const count = Math.ceil(server.size / partSize);
  if (server.size <= 2 * partSize) return { method: "PUT", url: "http://store/one", headers: { "Content-Type": "application/octet-stream" }, expiresAt: "2026-11-25T01:00:00Z" };
  const parts = Array.from({ length: count }, (_, i) => ({ number: i + 1, size: Math.min(partSize, server.size - i * partSize), done: server.arrived.has(i + 1), url: `http://store/${i + 1}` }));
  return { method: "PUT", partSize, parts, expiresAt: "2026-11-25T01:00:00Z" };
}

async function answerTo(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  if (request.method === "POST" && path === "/api/documents") {
    server.documents++;
    server.size = ((await request.json()) as { size: number }).size;
    return json({ document: document_(), upload: plan() }, 201);
  }
  if (path.endsWith("/upload")) {
    server.refreshed++;
    return json({ document: document_(), upload: plan() });
  }
  if (path.endsWith("/completion")) server.state = server.verdict;
  return json(document_());
}

class FakeRequest {
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  status = 0;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  #number = 0;
  #gone = false;
  open(_: string, url: string): void {
    this.#number = Number(url.split("/").at(-1)) || 1;
  }
  setRequestHeader(): void {}
  abort(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.onabort?.();
  }
  send(body: Blob): void {
    if (this.#number === server.hold) {
      server.held = this;
      this.upload.onprogress?.({ loaded: body.size / 2 });
      return;
    }
    queueMicrotask(() => {
      if (this.#gone) return;
      this.#gone = true;
      this.upload.onprogress?.({ loaded: body.size });
      if (server.breaks > 0) {
        server.breaks--;
        this.onerror?.();
        return;
      }
      server.arrived.add(this.#number);
      this.status = 200;
      this.onload?.();
    });
  }
}

const file = (bytes: number, name = "a.pdf") => new File([new Uint8Array(bytes)], name);

async function until(task: UploadTask, phase: UploadTask["state"]["phase"]): Promise<void> {
  await vi.waitFor(() => expect(task.state.phase).toBe(phase), { timeout: 15_000, interval: 5 });
}

const really = globalThis.setTimeout;

/** hurry lets the pauses between attempts pass at once. */
async function hurry(task: UploadTask, phase: UploadTask["state"]["phase"]): Promise<void> {
  for (let i = 0; i < 300 && task.state.phase !== phase; i++) {
    await vi.advanceTimersByTimeAsync(500);
    await new Promise((resolve) => really(resolve, 5));
  }
  expect(task.state.phase).toBe(phase);
}

describe("an upload", () => {
  beforeEach(() => {
    kept.clear();
    Object.assign(server, { documents: 0, state: "uploading", verdict: "accepted", size: 0, arrived: new Set(), refreshed: 0, breaks: 0, held: undefined, hold: 0 });
    vi.stubGlobal("fetch", answerTo);
    vi.stubGlobal("XMLHttpRequest", FakeRequest);
  });
  afterEach(() => {
    for (const task of uploadsOf("s")) putAway(task);
    vi.unstubAllGlobals();
  });

  it("goes in one request when it is small, and forgets itself when it is accepted", async () => {
    const phases: string[] = [];
    const task = startUpload(file(3 * mib), { purpose: "material" });
    task.subscribe(() => phases.at(-1) !== task.state.phase && phases.push(task.state.phase));
    await until(task, "done");
    expect(phases).toEqual(["sending", "checking", "done"]);
    expect(task.state).toMatchObject({ sent: 3 * mib, total: 3 * mib, document: { state: "accepted" } });
    expect(kept.size).toBe(0);
  });

  it("says why the server refused it", async () => {
    server.verdict = "rejected";
    const task = startUpload(file(10), { purpose: "material" });
    await until(task, "rejected");
    expect(task.state.document?.problem?.message).toBe("文件中发现病毒");
  });

  it("pauses in the middle of a part and goes on with the parts that are missing", async () => {
    server.hold = 2;
    const task = startUpload(file(3 * partSize), { purpose: "material" });
    await vi.waitFor(() => expect(server.held).toBeDefined(), { timeout: 15_000 });
    expect(task.state.sent).toBe(1.5 * partSize);
    task.pause();
    expect(task.state.phase).toBe("paused");
    expect([...server.arrived]).toEqual([1]);
    server.hold = 0;
    task.resume();
    await until(task, "done");
    expect([...server.arrived].sort()).toEqual([1, 2, 3]);
    expect(server.documents).toBe(1);
  });

  it("goes on after a reload when the same file is chosen again", async () => {
    server.hold = 3;
    const before = startUpload(file(3 * partSize), { purpose: "material", slot: "s" });
    await vi.waitFor(() => expect(server.held).toBeDefined(), { timeout: 15_000 });
    before.pause();
    putAway(before);
    expect(await unfinished("s")).toMatchObject([{ name: "a.pdf", documentId: "d1" }]);
    server.hold = 0;
    const again = startUpload(file(3 * partSize), { purpose: "material", slot: "s" });
    await until(again, "done");
    expect(server.documents).toBe(1);
    expect(await unfinished("s")).toEqual([]);
  });

  it("asks for fresh addresses when a request breaks, and gives in after a few", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    server.breaks = 2;
    const mended = startUpload(file(100), { purpose: "material" });
    await hurry(mended, "done");
    expect(server.refreshed).toBe(2);
    Object.assign(server, { state: "uploading", breaks: 9 });
    const broken = startUpload(file(101), { purpose: "material" });
    await hurry(broken, "failed");
    expect(broken.state.problem?.code).toBe("interrupted");
    server.breaks = 0;
    window.dispatchEvent(new Event("online"));
    await hurry(broken, "done");
    vi.useRealTimers();
  });

  it("is found again at its place, until it is put away", async () => {
    const told = vi.fn();
    const stop = onUploads(told);
    const task = startUpload(file(5), { purpose: "photo", slot: "s", replaces: "old" });
    await until(task, "done");
    expect(uploadsOf("s")).toEqual([task]);
    expect(uploadsOf("other")).toEqual([]);
    task.cancel();
    expect(uploadsOf("s")).toEqual([]);
    expect(told).toHaveBeenCalledTimes(2);
    stop();
  });
});
