import type { Kept } from "./kept";
import { visitKey, type Photo, type Visit, type VisitRef } from "./record";

/** BoxState is all that this phone keeps for one person, and how sending goes. */
export interface BoxState {
  loaded: boolean;
  visits: Readonly<Record<string, Visit>>;
  photos: Readonly<Record<string, Photo>>;
  sending: boolean;
  /** reach: whether the server answered last time. */
  reach: "unknown" | "yes" | "no";
  /** full: the browser refused to keep something; it is only on the screen. */
  full: boolean;
  /** elsewhere: a newer page of this browser goes on with the work. */
  elsewhere: boolean;
}

/** Box holds a person's visits in memory, and in the browser from the moment that they change. */
export class Box {
  state: BoxState = { loaded: false, visits: {}, photos: {}, sending: false, reach: "unknown", full: false, elsewhere: false };
  private readonly listeners = new Set<() => void>();

  constructor(readonly kept: Kept) {}

  /** load brings back what an earlier page kept. What is handed in needs no copy any more. */
  async load(): Promise<void> {
    const { visits, photos } = await this.kept.load().catch(() => {
      this.set({ full: true }); // the browser keeps nothing: what is entered stands only on the screen
      return { visits: [], photos: [] };
    });
    const over = new Set(visits.filter(([, visit]) => visit.outcome?.kind === "done").map(([key]) => key));
    await Promise.all([...over].map((key) => this.kept.dropVisit(key)));
    await Promise.all(photos.filter(([, photo]) => over.has(photo.visit)).map(([id]) => this.kept.dropPhoto(id)));
    this.set({
      loaded: true,
      visits: { ...Object.fromEntries(visits.filter(([key]) => !over.has(key))), ...this.state.visits },
      photos: { ...Object.fromEntries(photos.filter(([, photo]) => !over.has(photo.visit))), ...this.state.photos },
    });
  }

  /** rest leaves everything to a newer page: nothing is written from here any more. */
  rest(): void {
    this.set({ elsewhere: true, sending: false });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): BoxState => this.state;

  set(part: Partial<BoxState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  visit(ref: VisitRef | string): Visit | undefined {
    return this.state.visits[typeof ref === "string" ? ref : visitKey(ref)];
  }

  photo(id: string): Photo | undefined {
    return this.state.photos[id];
  }

  photosOf(key: string): Photo[] {
    return Object.values(this.state.photos).filter((photo) => photo.visit === key);
  }

  /** putVisit shows a visit at once and keeps it in the browser. */
  async putVisit(visit: Visit): Promise<void> {
    if (this.state.elsewhere) return;
    const key = visitKey(visit);
    this.set({ visits: { ...this.state.visits, [key]: visit } });
    await this.write(() => this.kept.keepVisit(key, visit));
  }

  /** editVisit changes a visit as it is now, not as somebody saw it earlier. */
  async editVisit(key: string, edit: (visit: Visit) => Visit): Promise<void> {
    const visit = this.visit(key);
    if (visit) await this.putVisit(edit(visit));
  }

  async dropVisit(key: string): Promise<void> {
    const { [key]: _, ...visits } = this.state.visits;
    this.set({ visits });
    await this.kept.dropVisit(key);
  }

  /** putPhoto keeps a photo first and shows it then: what is on the screen is safe. */
  async putPhoto(photo: Photo): Promise<void> {
    if (this.state.elsewhere) return;
    await this.kept.keepPhoto(photo);
    this.set({ photos: { ...this.state.photos, [photo.id]: photo } });
  }

  async editPhoto(id: string, part: Partial<Photo>): Promise<void> {
    const photo = this.photo(id);
    if (photo) await this.putPhoto({ ...photo, ...part });
  }

  async dropPhoto(id: string): Promise<void> {
    const { [id]: _, ...photos } = this.state.photos;
    this.set({ photos });
    await this.kept.dropPhoto(id);
  }

  private async write(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      if (this.state.full) this.set({ full: false });
    } catch {
      this.set({ full: true });
    }
  }
}
