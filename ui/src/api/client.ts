import { QueryClient } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import { currentLanguage, onLanguage } from "@/i18n/language";
import { Problem, problemFrom } from "./problem";
import type { components, paths } from "./schema.gen";

/** Schemas are the types of the API's description. */
export type Schemas = components["schemas"];

/** queryClient holds everything that is known of the server. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, thrown) => thrown instanceof Problem && thrown.again && thrown.status !== 429 && count < 2,
      retryDelay: (count) => 500 * 2 ** count,
    },
  },
});
onLanguage(() => void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] }));

export const sessionKey = ["session"] as const;

let renew: (() => Promise<boolean>) | undefined;
let renewing: Promise<boolean> | undefined;
let refresh: (() => Promise<unknown>) | undefined;
let owner: string | undefined;
let lastUse = Date.now();

/** whenSessionEnds says what to do when a request finds the session ended: true lets it be sent again. */
export function whenSessionEnds(ask: () => Promise<boolean>): void {
  renew = ask;
}

/** whenUnknown says how to find out who is signed in, for a page that came up without an answer. */
export function whenUnknown(ask: () => Promise<unknown>): void {
  refresh = ask;
}

/** ownPage says whose page this is. What is typed on it is sent in this person's name or not at all. */
export function ownPage(user: string | undefined): void {
  owner = user;
}

/** pageOwner is whose page this is, once somebody has signed in on it. */
export function pageOwner(): string | undefined {
  return owner;
}

/** askAgain has the person sign in over the page; it says whether the same person did. */
export async function askAgain(): Promise<boolean> {
  renewing ??= renew?.().finally(() => (renewing = undefined));
  return (await renewing) ?? false;
}

/** token is the permission to change something in the name of the page's person. */
function token(): string | undefined {
  const session = queryClient.getQueryData<Schemas["Session"] | null>(sessionKey);
  return session && (owner === undefined || session.user.id === owner) ? session.csrf : undefined;
}

/** lastRequest is when the server last heard of this session, in milliseconds. */
export function lastRequest(): number {
  return lastUse;
}

function decorate(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set("Accept-Language", currentLanguage());
  const csrf = token();
  if (csrf && request.method !== "GET") headers.set("X-CSRF-Token", csrf);
  return new Request(request, { headers });
}

async function attempt(request: Request): Promise<Response> {
  try {
    const response = await fetch(decorate(request.clone()));
    if (response.ok) lastUse = Date.now();
    return response;
  } catch (thrown) {
    if (request.signal.aborted) throw thrown;
    throw new Problem({ status: 0, code: "offline", detail: "" });
  }
}

/** send carries a request; when the session has ended, the person signs in over the page and it goes again as it was. */
export async function send(request: Request): Promise<Response> {
  const signing = request.url.endsWith("/api/session");
  if (request.method !== "GET" && !signing && !token() && refresh) await refresh();
  const response = await attempt(request);
  if (response.status === 401 && !signing && (await askAgain())) return attempt(request);
  return response;
}

/** api calls the operations of the description. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: (request) => send(request) });

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** answer gives what the server said, or throws a Problem. */
export async function answer<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  if (error && typeof error === "object" && "code" in error) {
    throw new Problem(error as Schemas["Problem"]);
  }
  throw await problemFrom(new Response(null, { status: response.status, headers: response.headers }));
}
