import { useEffect, useRef, useSyncExternalStore } from "react";

/** Hotkey is what a key does, and how the list of keys says it. */
export interface Hotkey {
  run: () => void;
  label: string;
}

/** Hotkeys are named by what is pressed: "j", "1", "?", "Enter", "Escape", "Ctrl+Enter", or a row of two such as "g q". */
export type Hotkeys = Record<string, Hotkey>;

interface Layer {
  keys: Hotkeys;
  inDialog: boolean;
}

const place = "jiangxin.hotkeys";
const patience = 1200;
const layers: Layer[] = [];
const listeners = new Set<() => void>();
let first = "";
let firstAt = 0;
let asked: () => void = () => undefined;
let on = stored();

function stored(): boolean {
  try {
    return localStorage.getItem(place) !== "off";
  } catch {
    return true; // storage is switched off: keys work
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** useHotkeysOn says whether single keys act, and switches them for this browser. */
export function useHotkeysOn(): [boolean, (next: boolean) => void] {
  const value = useSyncExternalStore(subscribe, () => on);
  return [value, switchHotkeys];
}

function switchHotkeys(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(place, next ? "on" : "off");
  } catch {
    // it holds until the page is left
  }
  tell();
}

/** knownHotkeys lists what the keys do on this page, the innermost first. */
export function knownHotkeys(): [keys: string, label: string][] {
  const known = new Map<string, string>();
  for (const { keys } of layers.toReversed()) {
    for (const [name, { label }] of Object.entries(keys)) if (label && !known.has(name)) known.set(name, label);
  }
  return [...known];
}

/** whenAsked says what `?` does. */
export function whenAsked(show: () => void): () => void {
  asked = show;
  return () => {
    if (asked === show) asked = () => undefined;
  };
}

function nameOf(event: KeyboardEvent): string {
  const held = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return held + event.key;
}

/** typing says whether a key would be a letter of what somebody writes. */
function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT") return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
}

function dialogOpen(): boolean {
  return [...document.querySelectorAll<HTMLElement>('dialog[open], [role="dialog"][aria-modal="true"]')].some((dialog) => dialog.checkVisibility?.() ?? true);
}

function find(name: string, covered: boolean): Hotkey | undefined {
  return layers.findLast((layer) => (layer.inDialog || !covered) && name in layer.keys)?.keys[name];
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey || (event.repeat && event.key.length === 1 && !/[jkn]/i.test(event.key))) return;
  const name = nameOf(event);
  const safe = name.startsWith("Ctrl+") || name === "Escape";
  if (!safe && (!on || typing(event.target))) return;
  const covered = dialogOpen();
  if (name === "?" && !covered) {
    event.preventDefault();
    asked();
    return;
  }
  const pair = event.timeStamp - firstAt < patience ? find(`${first} ${name}`, covered) : undefined;
  const hotkey = pair ?? find(name, covered);
  first = pair ? "" : name;
  firstAt = event.timeStamp;
  if (!hotkey) return;
  // Enter and the space bar belong to the control that has the focus.
  if (name === "Enter" && event.target instanceof Element && event.target.closest("a,button,summary")) return;
  event.preventDefault();
  hotkey.run();
}

/**
 * useHotkeys lets keys act while the component is on the page. Letters are off while somebody types, under a dialog, and
 * when the person switched them off; Ctrl+Enter and Escape act in fields too. The innermost component wins.
 */
export function useHotkeys(keys: Hotkeys, enabled = true, options: { inDialog?: boolean } = {}): void {
  const layer = useRef<Layer>({ keys, inDialog: options.inDialog ?? false });
  layer.current.keys = keys;
  useEffect(() => {
    if (!enabled) return;
    const own = layer.current;
    if (layers.length === 0) document.addEventListener("keydown", press);
    layers.push(own);
    return () => {
      layers.splice(layers.indexOf(own), 1);
      if (layers.length === 0) document.removeEventListener("keydown", press);
    };
  }, [enabled]);
}
