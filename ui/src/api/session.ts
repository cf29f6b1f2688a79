import { useQuery } from "@tanstack/react-query";
import { clear, get, set } from "idb-keyval";
import { answer, api, queryClient, sessionKey, type Schemas } from "./client";
import { problemOf } from "./problem";

export type Session = Schemas["Session"];
export type Role = Schemas["Role"];

async function read(): Promise<Session | null> {
  try {
    return await answer(api.GET("/api/session"));
  } catch (thrown) {
    if (problemOf(thrown).status === 401) return null;
    throw thrown;
  }
}

export const sessionQuery = { queryKey: sessionKey, queryFn: read, staleTime: 60_000 };

/** useSession gives who is signed in: null is nobody, undefined is not known yet. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}

const owner = "owner";

/** signIn opens a session. What somebody else has read or typed in this browser is forgotten first. */
export async function signIn(login: string, password: string): Promise<Session> {
  const before = queryClient.getQueryData<Session | null>(sessionKey);
  const session = await answer(api.POST("/api/session", { body: { login, password } }));
  if (before?.user.id !== session.user.id) queryClient.clear();
  await keepFor(session.user.id).catch(() => undefined); // without storage there are no drafts either
  queryClient.setQueryData(sessionKey, session);
  return session;
}

/** keepFor wipes the drafts of this browser unless they are this person's. */
async function keepFor(user: string): Promise<void> {
  if ((await get<string>(owner)) === user) return;
  await clear();
  await set(owner, user);
}

/** signOut ends the session on the server and wipes every draft from this browser. */
export async function signOut(): Promise<void> {
  await answer(api.DELETE("/api/session"));
  await clear();
  queryClient.clear();
  queryClient.setQueryData(sessionKey, null);
}

/** has says whether the person has one of the roles. */
export function has(session: Session | null | undefined, ...roles: Role[]): boolean {
  return roles.some((role) => session?.roles.includes(role));
}
