import type { ReactNode } from "react";
import { momentOf } from "@/i18n";
import { classes } from "../classes";
import "./timeline.css";

/** TimelineItem is something that happened, and who did it. */
export interface TimelineItem {
  id: string | number;
  /** An instant. */
  when: string;
  who?: ReactNode;
  title: ReactNode;
  body?: ReactNode;
  tone?: "plain" | "ok" | "warn" | "seal" | "quiet";
}

/** Timeline tells what happened, in the order in which it is given. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol className="jx-timeline" aria-label={label}>
      {items.map(({ id, when, who, title, body, tone = "plain" }) => (
        <li key={id} className={classes("jx-moment", `jx-moment-${tone}`)}>
          <p className="jx-moment-head">
            <strong>{title}</strong>
            {who && <span>{who}</span>}
            <time dateTime={when}>{momentOf(when)}</time>
          </p>
          {body && <div className="jx-moment-body">{body}</div>}
        </li>
      ))}
    </ol>
  );
}
