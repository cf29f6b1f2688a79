/** How long after the last key or pointer a person counts as being there. */
const away = 5 * 60_000;

let lastInput = Date.now();
for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
  document.addEventListener(kind, () => (lastInput = Date.now()), { capture: true, passive: true });
}

/**
 * whileThere is a refetchInterval that asks only while somebody is at the desk: what a page asks by itself must not keep the
 * session of a desk that was left.
 */
export function whileThere(every: number): () => number | false {
  return () => (Date.now() - lastInput < away ? every : false);
}
