import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import { classes } from "../classes";
import "./tabs.css";

/** TabItem is one tab; with an address it is a link to a list of its own. */
export interface TabItem<K extends string = string> {
  key: K;
  label: string;
  count?: number;
  href?: string;
  /** Something in it waits for this person. */
  urgent?: boolean;
}

/** TabsProps: links make a navigation, the others ARIA tabs. */
export interface TabsProps<K extends string> {
  label: string;
  items: readonly TabItem<K>[];
  current: K;
  onPick?: (key: K) => void;
  /** The id of the panel that a tab shows. */
  panelOf?: (key: K) => string;
}

/** Tabs choose one of a few views. */
export function Tabs<K extends string>({ label, items, current, onPick, panelOf }: TabsProps<K>) {
  const row = useRef<HTMLDivElement>(null);
  const links = items.some((item) => item.href);
  if (links) {
    const follow = (event: MouseEvent, key: K) => {
      if (!onPick || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onPick(key);
    };
    return (
      <nav className="jx-tabs" aria-label={label}>
        <ul className="jx-tabs-row">
          {items.map((item) => (
            <li key={item.key}>
              <a className={classes("jx-tab", item.urgent && "jx-tab-urgent")} href={item.href} aria-current={item.key === current ? "page" : undefined} onClick={(event) => follow(event, item.key)}>
                <TabWords item={item} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    );
  }
  const move = (event: KeyboardEvent, at: number) => {
    const last = items.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    const item = to === undefined ? undefined : items[to];
    if (!item || to === undefined) return;
    event.preventDefault();
    onPick?.(item.key);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div ref={row} className="jx-tabs jx-tabs-row" role="tablist" aria-label={label}>
      {items.map((item, i) => (
        <button
          key={item.key}
          type="button"
          role="tab"
          className={classes("jx-tab", item.urgent && "jx-tab-urgent")}
          aria-selected={item.key === current}
          aria-controls={panelOf && item.key === current ? panelOf(item.key) : undefined}
          tabIndex={item.key === current ? 0 : -1}
          onClick={() => onPick?.(item.key)}
          onKeyDown={(event) => move(event, i)}
        >
          <TabWords item={item} />
        </button>
      ))}
    </div>
  );
}

function TabWords({ item }: { item: TabItem }) {
  return (
    <>
      {item.label}
      {item.count !== undefined && <span className="jx-tab-count">{item.count}</span>}
    </>
  );
}
