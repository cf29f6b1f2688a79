import type { CSSProperties, ReactNode } from "react";
import { dayOf, today, useText } from "@/i18n";
import { classes } from "../classes";
import { segmentsOf, type Pause } from "./segments";
import "./deadline-rail.css";

/** DeadlineRailProps are a case's clock as the server reads it, in working days. */
export interface DeadlineRailProps {
  limit: number;
  used: number;
  left: number;
  paused: boolean;
  pauses: readonly Pause[];
  /** The predicted finish, YYYY-MM-DD; known while paused too, missing once the case is closed. */
  finish?: string;
  start?: string;
  text: ReactNode;
  provisional?: boolean;
  /** Lies along the top instead of the side; narrow pages do so by themselves. */
  horizontal?: boolean;
  children?: ReactNode;
}

/** DeadlineRail is 期限轨: a rail with one tick a working day, hatched where the clock stood still. */
export function DeadlineRail(props: DeadlineRailProps) {
  const { limit, used, left, paused, pauses, finish, start, text, provisional, horizontal, children } = props;
  const t = useText("design");
  const tone = paused ? "paused" : left < 0 ? "overdue" : "running";
  return (
    <div role="group" className={classes("jx-rail", `jx-rail-${tone}`, horizontal && "jx-rail-horizontal")} aria-label={t("rail.label")}>
      <div className="jx-rail-track" aria-hidden="true">
        {segmentsOf({ limit, used, paused, pauses, start }, today()).map(({ kind, days }, i) => (
          <span key={i} className={`jx-rail-part jx-rail-${kind}`} style={{ "--days": days } as CSSProperties} />
        ))}
      </div>
      <div className="jx-rail-body">
        <p className="jx-rail-text">{text}</p>
        <dl className="jx-rail-facts">
          <div><dt>{t("deadline.used")}</dt><dd>{t("deadline.usedOf", { used, limit })}</dd></div>
          {start && <div><dt>{t("deadline.start")}</dt><dd>{dayOf(start)}</dd></div>}
          {finish && <div><dt>{t("rail.finish")}</dt><dd>{provisional ? t("rail.provisional", { day: dayOf(finish) }) : dayOf(finish)}</dd></div>}
        </dl>
        {pauses.length > 0 && (
          <ul className="jx-rail-pauses">
            {pauses.map((pause) => (
              <li key={pause.from + pause.reason}>
                {pause.to
                  ? t("rail.pause", { reason: pause.reasonName, from: dayOf(pause.from), to: dayOf(pause.to) })
                  : t("rail.pauseOpen", { reason: pause.reasonName, from: dayOf(pause.from) })}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </div>
  );
}
