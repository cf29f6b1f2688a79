import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import type { QueueTableProps } from "./QueueTable";

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function typing(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== "checkbox");
}

/** useRows gives a list of work its keyboard: j, k and arrows move, Enter opens, x ticks. */
export function useRows<T>(props: QueueTableProps<T>) {
  const { rows, rowKey, selected, onSelect, current, onCurrent, onOpen } = props;
  const body = useRef<HTMLElement>(null);
  const at = Math.max(0, rows.findIndex((row) => rowKey(row) === current));

  const focusRow = (index: number) => {
    const row = rows[index];
    if (!row) return;
    onCurrent?.(rowKey(row));
    body.current?.querySelectorAll<HTMLElement>("[data-row-link]")[index]?.focus();
  };
  const tick = (row: T, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(rowKey(row));
    else next.delete(rowKey(row));
    onSelect?.(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const step = steps[event.key];
    const row = rows[at];
    if (step) {
      event.preventDefault();
      focusRow(Math.max(0, Math.min(rows.length - 1, at + step)));
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      focusRow(event.key === "Home" ? 0 : rows.length - 1);
    } else if (event.key === "x" && row && onSelect) {
      event.preventDefault();
      tick(row, !selected?.has(rowKey(row)));
    }
  };
  /** A plain press opens by the router; one with a modifier is the browser's. */
  const follow = (event: MouseEvent, row: T) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    onCurrent?.(rowKey(row));
    onOpen(row);
  };
  /** A press anywhere on the row opens it, unless it hit a control or ends a selection of text. */
  const press = (event: MouseEvent, row: T) => {
    if ((event.target as Element).closest("a,button,input,label,select,textarea,[popover]")) return;
    if (window.getSelection()?.toString()) return;
    follow(event, row);
  };
  return { body, at, onKeyDown, follow, press, tick };
}
