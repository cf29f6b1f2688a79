import type { ReactNode } from "react";
import { Problem } from "@/api/problem";
import { ProblemNotice } from "../notice/ProblemNotice";
import { Loading } from "../notice/States";
import { useNarrow } from "../narrow";
import { QueueCards } from "./QueueCards";
import { QueueRows } from "./QueueRows";
import "./queue-table.css";

/** Column is one fact of a row. The first column names the row: it is its link, and the title of its card. */
export interface Column<T> {
  key: string;
  title: ReactNode;
  cell: (row: T) => ReactNode;
  /** A CSS width, such as "9rem". */
  width?: string;
  sortable?: boolean;
  hideOnCard?: boolean;
  /** Numbers stand at the right. */
  align?: "start" | "end";
  /** This column is the link that names the row, instead of the first. */
  main?: boolean;
  /** The title is read out and not shown, as over a column of buttons. */
  titleHidden?: boolean;
}

/** Sorting says by which column, and which way. */
export interface Sorting {
  key: string;
  descending: boolean;
}

/** QueueTableProps of a list of work. */
export interface QueueTableProps<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Names a row where its boxes and buttons are read out. */
  rowLabel?: (row: T) => string;
  /** The keys of the ticked rows; together with onSelect it gives a column of boxes. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  /** The key of the row that the keyboard is at. */
  current?: string;
  onCurrent?: (key: string) => void;
  onOpen?: (row: T) => void;
  rowHref?: (row: T) => string;
  /** The one thing to do with a row, at its end. */
  action?: (row: T) => ReactNode;
  bold?: (row: T) => boolean;
  sort?: Sorting;
  onSort?: (sort: Sorting) => void;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  error?: Problem | ReactNode;
  onRetry?: () => void;
  loading?: boolean;
  captionHidden?: boolean;
}

/** QueueTable is a semantic table with 40-px rows and a row that the keyboard is at; below 768 px it is a list of cards. */
export function QueueTable<T>(props: QueueTableProps<T>) {
  const narrow = useNarrow();
  const { rows, loading, error, empty, onRetry } = props;
  if (error) return <>{error instanceof Problem ? <ProblemNotice problem={error} onRetry={onRetry} /> : error}</>;
  if (loading && rows.length === 0) return <Loading shape="rows" lines={8} />;
  if (rows.length === 0) return <>{empty ?? null}</>;
  return (
    <div className="jx-queue" aria-busy={loading || undefined}>
      {narrow ? <QueueCards {...props} /> : <QueueRows {...props} />}
    </div>
  );
}
