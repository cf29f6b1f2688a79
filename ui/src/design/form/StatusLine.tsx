import type { AutosaveStatus } from "@/draft/autosave";
import { timeOf, useText } from "@/i18n";
import { classes } from "../classes";
import { Icon, type IconName } from "../icon/Icon";
import "./status-line.css";

export type { AutosaveStatus } from "@/draft/autosave";

const icons: Record<AutosaveStatus, IconName | undefined> = {
  clean: undefined, waiting: "pen", saving: "pen", saved: "check", retrying: "retry", conflict: "swap", refused: "warning",
};

/** StatusLine says in one line whether what was typed is safe. */
export function StatusLine({ status, savedAt }: { status: AutosaveStatus; savedAt?: Date | undefined }) {
  const t = useText("design");
  const icon = icons[status];
  const words = () => {
    if (status === "saved") return savedAt ? t("saved.at", { time: timeOf(savedAt) }) : t("saved");
    if (status === "clean") return savedAt ? t("saved.at", { time: timeOf(savedAt) }) : "";
    return t(`saved.${status}`);
  };
  return (
    <p role="status" className={classes("jx-status", `jx-status-${status}`)}>
      {icon && <Icon name={icon} />}
      {words()}
    </p>
  );
}
