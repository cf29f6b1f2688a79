import { newKey } from "@/api/command";
import { problemOf } from "@/api/problem";
import { shutterOf } from "../photo/shutter";
import { Box } from "./box";
import type { Kept } from "./kept";
import { isUnsaved, textOf, type About, type Photo, type Place, type Refusal, type Sheet, type Visit, type VisitRef } from "./record";
import { sendVisit } from "./send";
import { documentsAt, withoutPhoto } from "./sheet";

/** How long after a change the draft is sent, and how the waits grow while nothing answers. */
const pause = 1000;
const firstWait = 4000;
const longestWait = 60_000;

/** Found is how a visit stands on the server. */
export interface Found {
  about: About;
  taskVersion: number;
  /** stored is the draft that the server has, if any; blank is what a new record begins with. */
  stored?: { sheet: Sheet; version: number };
  blank: Sheet;
  /** closed: the task is finished or fell away. */
  closed?: Refusal;
}

/** Outbox keeps what is entered on the spot and sends it whenever the server can be reached, each thing once. */
export class Outbox {
  readonly box: Box;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private wanted = false;
  private wait = firstWait;
  private stopped = false;

  constructor(kept: Kept) {
    this.box = new Box(kept);
  }

  /** start brings back what was kept, and sends it; the way to stop comes back. The newest page of a browser goes on, an older one rests. */
  start(): () => void {
    const now = () => void this.send();
    const seen = () => {
      if (document.visibilityState === "visible") now();
    };
    const stop = () => {
      this.stopped = true;
      clearTimeout(this.timer);
      window.removeEventListener("online", now);
      document.removeEventListener("visibilitychange", seen);
    };
    window.addEventListener("online", now);
    document.addEventListener("visibilitychange", seen);
    const begin = () => this.box.load().then(now);
    const release = hold(begin, () => {
      stop();
      this.box.rest();
    });
    return () => {
      stop();
      release();
    };
  }

  /** open takes up how a visit stands on the server, beside what this phone has of it. */
  async open(ref: VisitRef, found: Found): Promise<void> {
    const { about, taskVersion, stored, blank, closed } = found;
    const mine = this.box.visit(ref);
    if (closed) {
      if (mine && !mine.outcome && !mine.submission?.body) await this.box.putVisit({ ...mine, submission: undefined, outcome: { kind: "lost", refusal: closed } });
      return;
    }
    const sheet = stored?.sheet ?? blank;
    const version = stored?.version ?? 0;
    const fresh: Visit = { ...ref, about, taskVersion, sheet, saved: textOf(sheet), version };
    if (!mine) return this.box.putVisit(fresh);
    const now = { ...mine, about, taskVersion };
    if (mine.outcome || mine.submission || version === mine.version) return this.box.putVisit(now);
    if (!isUnsaved(mine)) return this.box.putVisit({ ...now, sheet, saved: fresh.saved, version, theirs: undefined });
    if (textOf(sheet) === textOf(mine.sheet)) return this.box.putVisit({ ...now, saved: fresh.saved, version, theirs: undefined });
    return this.box.putVisit({ ...now, theirs: { sheet, version } });
  }

  /** change takes an entry; it is kept in the browser at once and sent a moment later. */
  async change(key: string, edit: (sheet: Sheet) => Sheet): Promise<void> {
    await this.box.editVisit(key, (visit) =>
      visit.submission ? visit : { ...visit, sheet: edit(visit.sheet), outcome: visit.outcome?.kind === "refused" ? undefined : visit.outcome },
    );
    this.later(pause);
  }

  /** addPhoto keeps a picture with the time of its shutter before anything else happens; it fails where the browser has no room. */
  async addPhoto(key: string, place: Place, file: File): Promise<void> {
    const taken = await shutterOf(file);
    const bytes = new Blob([await file.arrayBuffer()], { type: file.type });
    const photo: Photo = {
      id: newKey(), visit: key, place, name: file.name, type: file.type, size: file.size, file: bytes, takenAt: taken.at, takenBy: taken.by, state: "kept",
    };
    if (place === "sheet") for (const old of this.box.photosOf(key).filter((other) => other.place === "sheet")) await this.removePhoto(old.id);
    await this.box.putPhoto(photo);
    void this.send();
  }

  async removePhoto(id: string): Promise<void> {
    const photo = this.box.photo(id);
    if (!photo) return;
    await this.box.dropPhoto(id);
    if (photo.documentId) await this.removeDocument(photo.visit, photo.place, photo.documentId);
  }

  /** removeDocument takes a sent picture out of the record. */
  async removeDocument(key: string, place: Place, documentId: string): Promise<void> {
    await this.change(key, (sheet) => (documentsAt(sheet, place).includes(documentId) ? withoutPhoto(sheet, place, documentId) : sheet));
  }

  /** retryPhoto sends a refused picture once more. */
  async retryPhoto(id: string): Promise<void> {
    await this.box.editPhoto(id, { state: "kept", problem: undefined, documentId: undefined, announced: false });
    void this.send();
  }

  /** submit wishes the record to be handed in; it goes out once every photo has gone. */
  async submit(key: string): Promise<void> {
    await this.box.editVisit(key, (visit) => (visit.submission ? visit : { ...visit, outcome: undefined, submission: { key: newKey(), at: new Date().toISOString() } }));
    await this.send();
  }

  /** recall takes the wish back while its words have not travelled yet. */
  async recall(key: string): Promise<void> {
    await this.box.editVisit(key, (visit) => (visit.submission?.body ? visit : { ...visit, submission: undefined }));
  }

  /** choose ends a conflict between this phone and another place where the same person typed. */
  async choose(key: string, whose: "mine" | "theirs"): Promise<void> {
    await this.box.editVisit(key, (visit) => {
      const { theirs, ...rest } = visit;
      if (!theirs) return visit;
      const saved = textOf(theirs.sheet);
      return { ...rest, sheet: whose === "mine" ? visit.sheet : theirs.sheet, saved, version: theirs.version };
    });
    void this.send();
  }

  /** again lets a record that lost the race, or was refused, be worked on and handed in once more. */
  async again(key: string): Promise<void> {
    await this.box.editVisit(key, ({ outcome: _, ...visit }) => visit);
  }

  /** forget wipes a visit and its photos from this phone. */
  async forget(key: string): Promise<void> {
    for (const photo of this.box.photosOf(key)) await this.box.dropPhoto(photo.id);
    await this.box.dropVisit(key);
  }

  /** send sends all that waits; one round at a time, and in one tab at a time. */
  send(): Promise<void> {
    if (this.stopped || !this.box.state.loaded) return Promise.resolve();
    clearTimeout(this.timer);
    this.wanted = true;
    this.running ??= this.rounds().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async rounds(): Promise<void> {
    const keys = () => Object.keys(this.box.state.visits).filter((key) => waits(this.box, key));
    try {
      while (this.wanted) {
        this.wanted = false;
        if (keys().length === 0) break;
        this.box.set({ sending: true });
        for (const key of keys()) await sendVisit(this.box, key);
        this.box.set({ reach: "yes" });
      }
      this.wait = firstWait;
    } catch (thrown) {
      if (problemOf(thrown).status !== 401) this.box.set({ reach: "no" });
      this.later(this.wait);
      this.wait = Math.min(this.wait * 2, longestWait);
    } finally {
      this.box.set({ sending: false });
    }
  }

  private later(after: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.send(), after);
  }
}

/** waits says whether something of a visit can be sent. */
function waits(box: Box, key: string): boolean {
  const visit = box.visit(key);
  if (!visit) return false;
  if (box.photosOf(key).some((photo) => photo.state === "kept")) return true;
  return !visit.outcome && (visit.submission !== undefined || (isUnsaved(visit) && !visit.theirs));
}

/** hold makes this page the one of its browser that keeps and sends; `lost` is called when a newer page takes over. */
function hold(begin: () => Promise<void>, lost: () => void): () => void {
  let release = () => undefined as void;
  if (!navigator.locks) {
    void begin();
    return release;
  }
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks.request("jiangxin-visit", { steal: true }, async () => {
    await begin();
    await held;
  }).catch((thrown: unknown) => {
    if (thrown instanceof DOMException && thrown.name === "AbortError") lost();
  });
  return () => release();
}
