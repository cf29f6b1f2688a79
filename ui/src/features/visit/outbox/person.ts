import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { Session } from "@/api/session";

let store: UseStore | undefined;

const place = () => (store ??= createStore("jiangxin-visit-person", "person"));
const key = "last";

/** rememberPerson keeps who is signed in, so that the page opens where nothing answers. The session's secret is not kept. */
export async function rememberPerson(session: Session): Promise<void> {
  await set(key, { ...session, csrf: "" }, place()).catch(() => undefined);
}

/** lastPerson gives who was signed in here last and has not signed out. */
export async function lastPerson(): Promise<Session | undefined> {
  return get<Session>(key, place()).catch(() => undefined);
}

/** forgetPerson is for signing out. */
export async function forgetPerson(): Promise<void> {
  await del(key, place()).catch(() => undefined);
}
