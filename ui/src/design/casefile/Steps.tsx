import type { ReactNode } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { Icon } from "../icon/Icon";
import "./steps.css";

/** StepState is how far a step is. */
export type StepState = "done" | "current" | "paused" | "todo";

/** Step is one stretch of the way. */
export interface Step {
  name: ReactNode;
  state: StepState;
  detail?: ReactNode;
}

/** Steps shows the way through a procedure and where the case stands. */
export function Steps({ items, vertical, label }: { items: readonly Step[]; vertical?: boolean; label?: string }) {
  const t = useText("design");
  return (
    <ol className={classes("jx-steps", vertical && "jx-steps-vertical")} aria-label={label ?? t("steps.label")}>
      {items.map(({ name, state, detail }, i) => (
        <li key={i} className={classes("jx-step", `jx-step-${state}`)} aria-current={state === "current" || state === "paused" ? "step" : undefined}>
          <span className="jx-step-mark" aria-hidden="true">
            {state === "done" ? <Icon name="check" /> : state === "paused" ? <Icon name="pause" /> : i + 1}
          </span>
          <span className="jx-step-text">
            <span className="jx-step-name">
              {name}
              <span className="visually-hidden">{t(`steps.${state}`)}</span>
            </span>
            {detail && <span className="jx-step-detail">{detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
