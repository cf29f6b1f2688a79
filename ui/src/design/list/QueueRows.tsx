import type { RefObject } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { Check } from "../form/Choice";
import { Icon } from "../icon/Icon";
import type { Column, QueueTableProps } from "./QueueTable";
import { useRows } from "./rows";

/** mainOf is the column that names the row. */
export function mainOf<T>(columns: readonly Column<T>[]): Column<T> | undefined {
  return columns.find((column) => column.main) ?? columns[0];
}

/** QueueRows is the list as a table. */
export function QueueRows<T>(props: QueueTableProps<T>) {
  const { caption, captionHidden = true, columns, rows, rowKey, rowLabel, selected, onSelect, current, onCurrent, rowHref, onOpen, action, bold } = props;
  const t = useText("design");
  const { body, at, onKeyDown, follow, press, tick } = useRows(props);
  const main = mainOf(columns);
  const all = rows.length > 0 && rows.every((row) => selected?.has(rowKey(row)));
  const some = rows.some((row) => selected?.has(rowKey(row)));
  return (
    <table className="jx-table">
      <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {onSelect && (
            <th scope="col" className="jx-table-tick">
              <Check label={t("queue.selectAll")} labelHidden checked={all} indeterminate={some && !all} onChange={(on) => onSelect(new Set(on ? rows.map(rowKey) : []))} />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} {...props} />
          ))}
          {action && <th scope="col"><span className="visually-hidden">{t("queue.action")}</span></th>}
        </tr>
      </thead>
      <tbody ref={body as RefObject<HTMLTableSectionElement | null>} onKeyDown={onKeyDown}>
        {rows.map((row, i) => {
          const key = rowKey(row);
          const ticked = selected?.has(key) ?? false;
          return (
            <tr
              key={key}
              className={classes(bold?.(row) && "jx-row-new", ticked && "jx-row-ticked", onOpen && "jx-row-open")}
              data-current={key === current || undefined}
              onClick={(event) => press(event, row)}
              onFocus={() => key !== current && onCurrent?.(key)}
            >
              {onSelect && (
                <td className="jx-table-tick">
                  <Check label={t("queue.select", { name: rowLabel?.(row) ?? key })} labelHidden checked={ticked} onChange={(on) => tick(row, on)} tabIndex={i === at ? 0 : -1} />
                </td>
              )}
              {columns.map((column) => {
                const inside = column.cell(row);
                if (column !== main) return <td key={column.key} className={column.align === "end" ? "jx-table-end" : undefined}>{inside}</td>;
                return (
                  <th key={column.key} scope="row" title={typeof inside === "string" ? inside : undefined}>
                    {rowHref || onOpen ? (
                      <a data-row-link href={rowHref?.(row) ?? "#"} tabIndex={i === at ? 0 : -1} onClick={(event) => follow(event, row)}>{inside}</a>
                    ) : (
                      inside
                    )}
                  </th>
                );
              })}
              {action && <td className="jx-table-action">{action(row)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function HeadCell<T>({ column, sort, onSort }: { column: Column<T> } & Pick<QueueTableProps<T>, "sort" | "onSort">) {
  const sorted = sort?.key === column.key;
  const title = column.titleHidden ? <span className="visually-hidden">{column.title}</span> : column.title;
  return (
    <th
      scope="col"
      className={column.align === "end" ? "jx-table-end" : undefined}
      aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
      ref={(cell) => {
        if (cell) cell.style.width = column.width ?? "";
      }}
    >
      {column.sortable && onSort ? (
        <button type="button" className="jx-table-sort" onClick={() => onSort({ key: column.key, descending: sorted && !sort.descending })}>
          {title}
          {sorted && <Icon name={sort.descending ? "down" : "up"} />}
        </button>
      ) : (
        title
      )}
    </th>
  );
}
