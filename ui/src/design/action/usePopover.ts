import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

const gap = 6;
const margin = 8;

/** place puts a panel below its anchor, or above it where there is no room, and never outside the window. */
function place(anchor: HTMLElement, panel: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const height = panel.offsetHeight;
  const below = at.bottom + gap;
  const top = below + height + margin > window.innerHeight && at.top - gap - height > margin ? at.top - gap - height : below;
  const left = Math.max(margin, Math.min(at.left, window.innerWidth - panel.offsetWidth - margin));
  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
}

/** Popover is a panel that opens beside its anchor, in the top layer; Esc or a click elsewhere closes it. */
export interface Popover<A extends HTMLElement> {
  anchor: RefObject<A | null>;
  panel: RefObject<HTMLDivElement | null>;
  open: boolean;
  show(): void;
  close(): void;
  toggle(): void;
}

/** usePopover keeps a panel beside its anchor. */
export function usePopover<A extends HTMLElement>(): Popover<A> {
  const anchor = useRef<A>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const show = useCallback(() => setOpen(true), []);
  const toggle = useCallback(() => setOpen((before) => !before), []);

  useLayoutEffect(() => {
    const shown = panel.current;
    if (!open || !shown || !anchor.current) return;
    shown.showPopover?.();
    place(anchor.current, shown);
    return () => {
      if (shown.isConnected) shown.hidePopover?.();
    };
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const settle = () => anchor.current && panel.current && place(anchor.current, panel.current);
    const away = (event: Event) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      close();
    };
    document.addEventListener("pointerdown", away, true);
    document.addEventListener("focusin", away);
    document.addEventListener("keydown", escape, true);
    window.addEventListener("resize", settle);
    window.addEventListener("scroll", settle, true);
    return () => {
      document.removeEventListener("pointerdown", away, true);
      document.removeEventListener("focusin", away);
      document.removeEventListener("keydown", escape, true);
      window.removeEventListener("resize", settle);
      window.removeEventListener("scroll", settle, true);
    };
  }, [open, close]);

  return { anchor, panel, open, show, close, toggle };
}
