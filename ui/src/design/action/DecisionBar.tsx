import type { ReactNode } from "react";
import { useText } from "@/i18n";
import "./decision-bar.css";

/** DecisionBarProps: one main action, what else can be done, and at the left what the person should see while deciding. */
export interface DecisionBarProps {
  main: ReactNode;
  other?: ReactNode;
  left?: ReactNode;
  label?: string;
}

/** DecisionBar stays at the foot of the window, at most 56 px high. */
export function DecisionBar({ main, other, left, label }: DecisionBarProps) {
  const t = useText("design");
  return (
    <section className="jx-decision-bar" aria-label={label ?? t("decision.label")}>
      <div className="jx-decision-left">{left}</div>
      <div className="jx-decision-actions">
        {other}
        {main}
      </div>
    </section>
  );
}
