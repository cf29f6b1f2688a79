import type { ReactNode } from "react";
import { classes } from "../classes";
import { Icon, type IconName } from "../icon/Icon";
import type { TagState } from "../palette";
import "./tag.css";

export type { TagState } from "../palette";

const icons: Record<TagState, IconName> = {
  draft: "pen", claimable: "inbox", working: "gear", supplement: "triangle", expert: "people", near: "clock", overdue: "warning",
  filed: "check", refused: "cross", paused: "pause", void: "strike", neutral: "dot",
};

/** Tag says a state by an icon and words; what is finished is quiet, what needs somebody is strong. */
export function Tag({ state, icon, children }: { state: TagState; icon?: IconName | null; children: ReactNode }) {
  return (
    <span className={classes("jx-tag", `jx-tag-${state}`)}>
      {icon !== null && <Icon name={icon ?? icons[state]} />}
      <span>{children}</span>
    </span>
  );
}
