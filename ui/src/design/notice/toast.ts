/** ToastTone: ok, something was done; info, something is known; warn, it should be read, so it stays. */
export type ToastTone = "ok" | "info" | "warn";

interface Toast {
  id: number;
  text: string;
  tone: ToastTone;
}

const stay = 6000;
const most = 3;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let made = 0;

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** toast says in passing what was done; what the person must act on belongs on the page. */
export function toast(text: string, tone: ToastTone = "ok"): void {
  const id = ++made;
  show([...toasts.filter((other) => other.text !== text), { id, text, tone }].slice(-most));
  if (tone !== "warn") setTimeout(() => dismiss(id), stay + text.length * 60);
}

/** dismiss takes a toast away. */
export function dismiss(id: number): void {
  if (toasts.some((toast) => toast.id === id)) show(toasts.filter((toast) => toast.id !== id));
}

/** currentToasts are those on the page. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** onToasts calls back when they change, and gives the way to stop it. */
export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
