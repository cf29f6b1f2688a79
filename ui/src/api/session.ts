import { useQuery } from "@tanstack/react-query";
import { clear, get, set } from "idb-keyval";
import { answer, api, ownPage, pageOwner, queryClient, sessionKey, whenUnknown, type Schemas } from "./client";
import { problemOf } from "./problem";

export type Session = Schemas["Session"];
export type Role = Schemas["Role"];

/** known is who was signed in when this page last heard. */
const known = () => queryClient.getQueryData<Session | null>(sessionKey) ?? null;

/**
 * read asks who is signed in. A session that has ended leaves an open page as it is: the next request asks for the password
 * over it. Where somebody else has signed in meanwhile, in another window, the page is theirs and begins anew.
 */
async function read(): Promise<Session | null> {
  try {
    const session = await answer(api.GET("/api/session"));
    if (pageOwner() !== undefined && pageOwner() !== session.user.id) {
      await keepFor(session.user.id).catch(() => undefined);
      window.location.reload();
      return known();
    }
    ownPage(session.user.id);
    return session;
  } catch (thrown) {
    if (problemOf(thrown).status === 401) return known();
    throw thrown;
  }
}

export const sessionQuery = { queryKey: sessionKey, queryFn: read, staleTime: 60_000 };

whenUnknown(() => queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }));

/** useSession gives who is signed in: null is nobody, undefined is not known yet. */
export function useSession(): Session | null | undefined {
  return useQuery(sessionQuery).data;
}

const owner = "owner";

/**
 * signIn opens a session. What somebody else has typed in this browser is forgotten first. On a page that is somebody else's
 * the session is not taken over: whoever called leaves the page.
 */
export async function signIn(login: string, password: string): Promise<Session> {
  const session = await answer(api.POST("/api/session", { body: { login, password } }));
  await keepFor(session.user.id).catch(() => undefined); // without storage there are no drafts either
  if (pageOwner() !== undefined && pageOwner() !== session.user.id) return session; // this page never speaks for another: it is left
  if (!known()) queryClient.clear();
  ownPage(session.user.id);
  queryClient.setQueryData(sessionKey, session);
  return session;
}

/** keepFor wipes the drafts of this browser unless they are this person's. */
async function keepFor(user: string): Promise<void> {
  if ((await get<string>(owner)) === user) return;
  await clear();
  await set(owner, user);
}

/** signOut ends the session on the server, and in any case wipes from this browser what the person has read and typed. */
export async function signOut(): Promise<void> {
  try {
    await answer(api.DELETE("/api/session"));
  } catch (thrown) {
    if (problemOf(thrown).status !== 401) throw thrown; // the session lives on at the server, and the person is told
  } finally {
    await clear().catch(() => undefined);
    sessionStorage.clear();
    ownPage(undefined);
    queryClient.clear();
    queryClient.setQueryData(sessionKey, null);
  }
}

/** has says whether the person has one of the roles. */
export function has(session: Session | null | undefined, ...roles: Role[]): boolean {
  return roles.some((role) => session?.roles.includes(role));
}
