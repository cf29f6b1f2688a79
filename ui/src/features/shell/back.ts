/**
 * backOf gives where a sign-in may lead: to a page of the desks, as the browser itself reads the address. Whatever leads out
 * of them (/app/../..//elsewhere) is no such page.
 */
export function backOf(wish: unknown, here: string = window.location.origin): string | undefined {
  if (typeof wish !== "string" || !wish.startsWith("/")) return undefined;
  const url = URL.canParse(wish, here) ? new URL(wish, here) : undefined;
  if (url?.origin !== here || !/^\/app(\/(?!\/)|$)/.test(url.pathname)) return undefined;
  return url.pathname + url.search + url.hash;
}
