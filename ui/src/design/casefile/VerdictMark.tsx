import type { Finding } from "./VerdictCells";
import "./verdict-mark.css";

const marks: Record<Finding, string> = {
  "": "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z",
  pass: "M3.5 8.5 6.8 12 12.5 4.5",
  supplement: "M8 3 13.5 12.8H2.5Z",
  refuse: "M4 4l8 8M12 4l-8 8",
};

/** VerdictMark draws ○ ✓ △ ✕; the words stand beside it. */
export function VerdictMark({ finding }: { finding: Finding }) {
  return (
    <svg className="jx-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={marks[finding]} />
    </svg>
  );
}
