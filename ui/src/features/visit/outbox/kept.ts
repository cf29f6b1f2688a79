import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { Photo, Visit } from "./record";

/**
 * Kept is the place in the browser where a person's visits and photos outlive a closed tab. It is a database of its own:
 * signing out wipes drafts, but never a photo that has not been sent; only its taker sees it again.
 */
export interface Kept {
  load(): Promise<{ visits: [string, Visit][]; photos: [string, Photo][] }>;
  keepVisit(key: string, visit: Visit): Promise<void>;
  dropVisit(key: string): Promise<void>;
  keepPhoto(photo: Photo): Promise<void>;
  dropPhoto(id: string): Promise<void>;
}

let store: UseStore | undefined;

/** keptFor opens the place of one person. */
export function keptFor(user: string): Kept {
  store ??= createStore("jiangxin-visit", "kept");
  const place = store;
  const visitAt = (key: string) => `visit/${user}/${key}`;
  const photoAt = (id: string) => `photo/${user}/${id}`;
  return {
    async load() {
      const all = await entries<string, unknown>(place);
      const visits: [string, Visit][] = [];
      const photos: [string, Photo][] = [];
      for (const [key, value] of all) {
        if (key.startsWith(visitAt(""))) visits.push([key.slice(visitAt("").length), value as Visit]);
        if (key.startsWith(photoAt(""))) photos.push([key.slice(photoAt("").length), value as Photo]);
      }
      return { visits, photos };
    },
    keepVisit: (key, visit) => set(visitAt(key), visit, place),
    dropVisit: (key) => del(visitAt(key), place),
    keepPhoto: (photo) => set(photoAt(photo.id), photo, place),
    dropPhoto: (id) => del(photoAt(id), place),
  };
}
