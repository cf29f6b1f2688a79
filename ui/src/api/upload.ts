import { del, entries, get, set } from "idb-keyval";
import { answer, api, queryClient, sessionKey, type Schemas } from "./client";
import { put } from "./put";
import { Problem, problemOf } from "./problem";

type Document = Schemas["Document"];
type Plan = Schemas["Upload"];

/**
 * UploadPhase: hashing, sending, paused by the person, checking on the server, then done or rejected; failed may be
 * resumed, because what has arrived is kept.
 */
export type UploadPhase = "hashing" | "sending" | "paused" | "checking" | "done" | "rejected" | "failed";

/** UploadState is where a file stands; `sent` and `total` are bytes. */
export interface UploadState {
  phase: UploadPhase;
  sent: number;
  total: number;
  document?: Document;
  problem?: Problem;
}

/** UploadOptions say what a file is for. */
export interface UploadOptions {
  purpose: Schemas["DocumentPurpose"];
  caseNo?: string;
  personal?: boolean;
  /** The instant of the shutter. */
  capturedAt?: string;
  /** The place on a page that the file belongs to: it is found there again when the person comes back. */
  slot?: string;
  /** The ID of the document that it takes the place of. */
  replaces?: string;
}

/** UploadTask is a file on its way. */
export interface UploadTask {
  readonly id: string;
  readonly file: File;
  readonly options: UploadOptions;
  readonly state: UploadState;
  pause(): void;
  resume(): void;
  cancel(): void;
  subscribe(listener: () => void): () => void;
}

/** Remembered is an upload that has begun and is not complete; choosing the same file again goes on with it. */
export interface Remembered {
  documentId: string;
  name: string;
  size: number;
  sha256: string;
  slot: string;
}

const slice = 1 << 20;
const patience = 3;
const place = "upload/";

/** Stopped ends a run that the person paused or gave up. */
class Stopped extends Error {}

async function digestOf(file: File, signal: AbortSignal): Promise<string> {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([import("@noble/hashes/sha2.js"), import("@noble/hashes/utils.js")]);
  const hash = sha256.create();
  for (let from = 0; from < file.size; from += slice) {
    if (signal.aborted) throw new Stopped();
    hash.update(new Uint8Array(await file.slice(from, from + slice).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}

function keyOf({ purpose, caseNo = "" }: UploadOptions, sha256: string, file: File): string {
  return `${place}${purpose}/${caseNo}/${sha256}/${file.size}/${file.name}`;
}

/** unfinished lists what was begun at this place and is neither complete nor under way on this page. */
export async function unfinished(slot: string): Promise<Remembered[]> {
  const all = await entries<IDBValidKey, Remembered>().catch(() => []);
  const under = new Set(uploadsOf(slot).map((task) => task.file.name));
  return all.filter(([key, kept]) => String(key).startsWith(place) && kept.slot === slot && !under.has(kept.name)).map(([, kept]) => kept);
}

/** forget drops the memory of an upload that was begun. */
export async function forget(documentId: string): Promise<void> {
  const all = await entries<IDBValidKey, Remembered>().catch(() => []);
  await Promise.all(all.filter(([key, kept]) => String(key).startsWith(place) && kept.documentId === documentId).map(([key]) => del(key)));
}

const running = new Set<{ task: UploadTask; owner: string | undefined }>();
const watchers = new Set<() => void>();

function owner(): string | undefined {
  return queryClient.getQueryData<Schemas["Session"] | null>(sessionKey)?.user.id;
}

/** uploadsOf gives the person's files that are on their way to a place of a page, or have just arrived. */
export function uploadsOf(slot: string): UploadTask[] {
  return [...running].filter((entry) => entry.task.options.slot === slot && entry.owner === owner()).map((entry) => entry.task);
}

/** onUploads calls back when a file sets out or is put away, and gives the way to stop it. */
export function onUploads(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** putAway takes a file off the list of its place: it was handed over, or given up. */
export function putAway(task: UploadTask): void {
  for (const entry of running) if (entry.task === task) running.delete(entry);
  for (const watcher of watchers) watcher();
}

function leaving(event: BeforeUnloadEvent): void {
  if ([...running].some(({ task }) => task.state.phase === "sending" || task.state.phase === "checking")) event.preventDefault();
}

/** startUpload sends a file; what is on its way survives a change of page, and what has arrived a closed browser. */
export function startUpload(file: File, options: UploadOptions): UploadTask {
  const upload = new Upload(file, options);
  if (options.slot !== undefined) {
    running.add({ task: upload, owner: owner() });
    window.addEventListener("beforeunload", leaving);
    for (const watcher of watchers) watcher();
  }
  upload.resume();
  return upload;
}

class Upload implements UploadTask {
  readonly id = crypto.randomUUID();
  state: UploadState;
  #listeners = new Set<() => void>();
  #run: AbortController | undefined;
  #sha256: string | undefined;
  #key = "";

  constructor(readonly file: File, readonly options: UploadOptions) {
    this.state = { phase: "hashing", sent: 0, total: file.size };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  pause(): void {
    if (this.state.phase !== "hashing" && this.state.phase !== "sending") return;
    this.#run?.abort();
    this.#show({ phase: "paused" });
  }

  cancel(): void {
    this.#run?.abort();
    window.removeEventListener("online", this.#back);
    if (this.#key) void del(this.#key).catch(() => undefined);
    putAway(this);
  }

  resume(): void {
    if (this.#run && !this.#run.signal.aborted && this.state.phase !== "failed") return;
    window.removeEventListener("online", this.#back);
    const run = new AbortController();
    this.#run = run;
    this.#go(run.signal).catch((thrown: unknown) => {
      if (run.signal.aborted || thrown instanceof Stopped) return;
      const problem = problemOf(thrown);
      if (problem.again) window.addEventListener("online", this.#back, { once: true });
      this.#show({ phase: "failed", problem });
    });
  }

  /** The network came back: nobody needs to press anything. */
  #back = () => this.resume();

  #show(next: Partial<UploadState>): void {
    this.state = { ...this.state, problem: undefined, ...next };
    for (const listener of this.#listeners) listener();
  }

  async #go(signal: AbortSignal): Promise<void> {
    this.#show({ phase: "hashing" });
    this.#sha256 ??= await digestOf(this.file, signal);
    this.#key = keyOf(this.options, this.#sha256, this.file);
    const { document, upload } = await this.#plan(this.#sha256);
    if (signal.aborted) return;
    this.#show({ phase: "sending", document });
    if (document.state === "uploading" && upload) await this.#send(document.id, upload, signal);
    await this.#finish(document, signal);
  }

  async #plan(sha256: string): Promise<Schemas["UploadPlan"]> {
    const { purpose, caseNo, personal, capturedAt, slot = "" } = this.options;
    const kept = await get<Remembered>(this.#key).catch(() => undefined);
    const going = kept && (await goOn(kept.documentId));
    if (going) return going;
    const { name, size } = this.file;
    const plan = await answer(api.POST("/api/documents", {
      body: { purpose, name, size, sha256, ...(caseNo && { caseNo }), ...(personal && { personal }), ...(capturedAt && { capturedAt }) },
    }));
    const memory: Remembered = { documentId: plan.document.id, name, size, sha256, slot };
    await set(this.#key, memory).catch(() => undefined); // without storage it can only be resumed on this page
    return plan;
  }

  async #send(documentId: string, first: Plan, signal: AbortSignal): Promise<void> {
    let plan = first;
    for (let failures = 0; ; ) {
      try {
        const pieces = piecesOf(plan, this.file.size);
        let arrived = pieces.reduce((sum, piece) => sum + (piece.done ? piece.size : 0), 0);
        this.#show({ phase: "sending", sent: arrived });
        for (const piece of pieces) {
          if (piece.done) continue;
          const body = this.file.slice(piece.from, piece.from + piece.size);
          await put({ method: plan.method, url: piece.url, headers: plan.headers, body, signal, sent: (bytes) => this.#show({ sent: arrived + bytes }) });
          arrived += piece.size;
          failures = 0;
          this.#show({ sent: arrived });
        }
        return;
      } catch (thrown) {
        if (signal.aborted) throw new Stopped();
        if (++failures > patience || !navigator.onLine) throw thrown;
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** failures));
        if (signal.aborted) throw new Stopped();
        plan = (await answer(api.GET("/api/documents/{documentId}/upload", { params: { path: { documentId } } }))).upload ?? plan;
      }
    }
  }

  async #finish(begun: Document, signal: AbortSignal): Promise<void> {
    this.#show({ phase: "checking", sent: this.file.size });
    const document = begun.state === "uploading" ? await answer(api.POST("/api/documents/{documentId}/completion", { params: { path: { documentId: begun.id } } })) : begun;
    await del(this.#key).catch(() => undefined);
    if (!signal.aborted) this.#show({ phase: document.state === "accepted" ? "done" : "rejected", document });
  }
}

/** goOn gives the plan of an upload that was begun before; nothing when it cannot be gone on with. */
async function goOn(documentId: string): Promise<Schemas["UploadPlan"] | undefined> {
  try {
    const document = await answer(api.GET("/api/documents/{documentId}", { params: { path: { documentId } } }));
    if (document.state === "accepted") return { document };
    if (document.state === "rejected") return undefined;
    return await answer(api.GET("/api/documents/{documentId}/upload", { params: { path: { documentId } } }));
  } catch (thrown) {
    if (problemOf(thrown).again) throw thrown;
    return undefined; // it is gone: begin anew
  }
}

interface Piece {
  from: number;
  size: number;
  url: string;
  done: boolean;
}

function piecesOf(plan: Plan, size: number): Piece[] {
  if (!plan.parts?.length) return [{ from: 0, size, url: plan.url ?? "", done: false }];
  const step = plan.partSize ?? size;
  return plan.parts.map((part) => ({ from: (part.number - 1) * step, size: part.size, url: part.url ?? "", done: part.done }));
}
