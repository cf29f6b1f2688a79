import type { ReactNode } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { Icon } from "../icon/Icon";
import "./states.css";

/** LoadingProps: the lines stand where the content will, so that nothing jumps. */
export interface LoadingProps {
  label?: string;
  lines?: number;
  /** rows: of a list; text: of a page; block: one area. */
  shape?: "rows" | "text" | "block";
}

/** Loading holds the place of what is fetched; it appears only when that takes longer than a moment. */
export function Loading({ label, lines = 4, shape = "text" }: LoadingProps) {
  const t = useText("design");
  return (
    <div className={classes("jx-loading", `jx-loading-${shape}`)} role="status">
      <span className="visually-hidden">{label ?? t("loading")}</span>
      {Array.from({ length: shape === "block" ? 1 : lines }, (_, i) => (
        <span key={i} className="jx-loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Empty says why there is nothing and what to do next. */
export function Empty({ title, action, children }: { title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="jx-empty">
      <p className="jx-empty-title">{title}</p>
      {children && <div className="jx-empty-text">{children}</div>}
      {action && <div className="jx-empty-action">{action}</div>}
    </div>
  );
}

/** NoPermission says who can do what this person cannot. */
export function NoPermission({ who, action }: { who: string; action?: ReactNode }) {
  const t = useText("design");
  return (
    <section className="jx-empty jx-empty-barred">
      <Icon name="lock" />
      <p className="jx-empty-title">{t("permission.title")}</p>
      <p className="jx-empty-text">{t("permission.who", { who })}</p>
      {action && <div className="jx-empty-action">{action}</div>}
    </section>
  );
}
