import { classes } from "../classes";
import "./icon.css";

const paths = {
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  triangle: "M8 2.5 14 13.5H2Z",
  circle: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 3v3.2l2.2 1.6",
  pause: "M5.5 3v10M10.5 3v10",
  play: "M5 3l8 5-8 5Z",
  pen: "M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4Z",
  inbox: "M2.5 9.5 4.5 3h7l2 6.5v3.5h-11Zm0 0H6l1 1.5h2l1-1.5h3.5",
  gear: "M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3",
  people: "M6 8a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 6 8Zm-4 5c0-2.3 1.8-3.6 4-3.6s4 1.3 4 3.6m.5-5.2a2 2 0 1 0-.7-3.9M14 12.4c0-1.8-1-2.9-2.5-3.2",
  seal: "M3 2.5h10v10H3Zm2.5 3h5m-2.5 0v4.5m-2.5 0h5",
  strike: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 11.8l7.6-7.6",
  dot: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  warning: "M8 2.5 14 13.5H2ZM8 6.5v3.2m0 1.6v.4",
  info: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 5v4m0-6.4v.4",
  file: "M4 2h5l3.5 3.5V14H4Zm5 0v3.5h3.5",
  image: "M2.5 3h11v10h-11Zm0 8 3.5-3.5 3 3 2-2 2.5 2.5M10.5 6v.1",
  upload: "M8 10.5V3M5 5.8 8 2.8l3 3M3 10.5V13h10v-2.5",
  download: "M8 2.8v7.5M5 7.5l3 3 3-3M3 10.5V13h10v-2.5",
  retry: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
  eye: "M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8Zm6.2-1.8a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z",
  swap: "M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  rotate: "M12.5 9.5A4.8 4.8 0 1 1 11 4.3L13 6M13 2.5V6H9.5",
  left: "M10 3 5 8l5 5",
  right: "M6 3l5 5-5 5",
  down: "M3 6l5 5 5-5",
  up: "M3 10l5-5 5 5",
  columns: "M2.5 3h11v10h-11ZM8 3v10",
  lock: "M4 7.5h8v6H4Zm1.5 0V5.3a2.5 2.5 0 0 1 5 0v2.2",
  printer: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7Z",
  link: "M6.5 9.5 9.5 6.5M7 4.8l1.5-1.5a2.6 2.6 0 0 1 3.7 3.7L10.7 8.5M9 11.2l-1.5 1.5a2.6 2.6 0 0 1-3.7-3.7L5.3 7.5",
  more: "M3.5 8h.1M8 8h.1M12.5 8h.1",
} as const;

/** IconName is one of the line icons. */
export type IconName = keyof typeof paths;

/** Icon is a 16-px line icon that always stands beside words, so it is hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={classes("jx-icon", className)} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
