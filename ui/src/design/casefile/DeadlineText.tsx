import { useId } from "react";
import type { Schemas } from "@/api/client";
import { dayOf, useText } from "@/i18n";
import { usePopover } from "../action/usePopover";
import { classes } from "../classes";
import { Icon, type IconName } from "../icon/Icon";
import "./deadline-text.css";

type Deadline = Schemas["Deadline"];

/** DeadlineTextProps: the server words the deadline; what is known besides can be opened. */
export interface DeadlineTextProps {
  deadline: Deadline | undefined;
  /** How many working days are allowed, where that is known. */
  limit?: number;
  /** In dense tables: no button to open the details. */
  plain?: boolean;
}

const icons: Record<Deadline["urgency"], IconName | undefined> = { overdue: "warning", near: "clock", paused: "pause", onTime: undefined };

/** DeadlineText is the server's sentence in the tone of its urgency, with the date and the calendar behind a press. */
export function DeadlineText({ deadline, limit, plain }: DeadlineTextProps) {
  const t = useText("design");
  const id = useId();
  const { anchor, panel, open, toggle } = usePopover<HTMLButtonElement>();
  if (!deadline) return <span className="jx-deadline jx-deadline-none">{t("deadline.none")}</span>;
  const icon = icons[deadline.urgency];
  const tone = classes("jx-deadline", `jx-deadline-${deadline.urgency}`);
  const words = (
    <>
      {icon && <Icon name={icon} />}
      <span>{deadline.text}</span>
    </>
  );
  if (plain) return <span className={tone}>{words}</span>;
  return (
    <span className="jx-deadline-wrap">
      <button ref={anchor} type="button" className={tone} aria-expanded={open} aria-controls={id} onClick={toggle}>
        {words}
      </button>
      <div id={id} ref={panel} popover="manual" className="jx-deadline-panel">
        <dl>
          <div><dt>{t("deadline.due")}</dt><dd>{dayOf(deadline.date)}</dd></div>
          {deadline.start && <div><dt>{t("deadline.start")}</dt><dd>{dayOf(deadline.start)}</dd></div>}
          {deadline.used !== undefined && <div><dt>{t("deadline.used")}</dt><dd>{limit === undefined ? t("deadline.usedDays", { used: deadline.used }) : t("deadline.usedOf", { used: deadline.used, limit })}</dd></div>}
          <div><dt>{t("deadline.calendar")}</dt><dd>{t(deadline.provisional ? "deadline.provisional" : "deadline.published")}{deadline.calendar && <span className="jx-deadline-version">{t("deadline.version", { version: deadline.calendar })}</span>}</dd></div>
        </dl>
      </div>
    </span>
  );
}
