import type { RefObject } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { Check } from "../form/Choice";
import { mainOf } from "./QueueRows";
import type { QueueTableProps } from "./QueueTable";
import { useRows } from "./rows";

/** QueueCards is the list on a narrow page: each card has the row's name, its facts and the one thing to do. */
export function QueueCards<T>(props: QueueTableProps<T>) {
  const { caption, columns, rows, rowKey, rowLabel, selected, onSelect, current, onCurrent, rowHref, onOpen, action, bold } = props;
  const t = useText("design");
  const { body, onKeyDown, follow, press, tick } = useRows(props);
  const main = mainOf(columns);
  const facts = columns.filter((column) => column !== main && !column.hideOnCard);
  return (
    <ul ref={body as RefObject<HTMLUListElement | null>} className="jx-cards" aria-label={caption} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const key = rowKey(row);
        const ticked = selected?.has(key) ?? false;
        const title = main?.cell(row);
        return (
          <li
            key={key}
            className={classes("jx-card", bold?.(row) && "jx-row-new", ticked && "jx-row-ticked")}
            data-current={key === current || undefined}
            onClick={(event) => press(event, row)}
            onFocus={() => key !== current && onCurrent?.(key)}
          >
            <div className="jx-card-head">
              {rowHref || onOpen ? (
                <a data-row-link href={rowHref?.(row) ?? "#"} onClick={(event) => follow(event, row)}>{title}</a>
              ) : (
                <strong>{title}</strong>
              )}
              {onSelect && <Check label={t("queue.select", { name: rowLabel?.(row) ?? key })} labelHidden checked={ticked} onChange={(on) => tick(row, on)} />}
            </div>
            {facts.length > 0 && (
              <dl className="jx-card-facts">
                {facts.map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
            )}
            {action && <div className="jx-card-action">{action(row)}</div>}
          </li>
        );
      })}
    </ul>
  );
}
