import { timeOf, useText } from "@/i18n";
import { classes } from "../classes";
import { Icon, type IconName } from "../icon/Icon";
import "./status-line.css";

/**
 * AutosaveStatus is how far what was typed has got: nothing typed yet, typed, under way, kept by the server, kept in
 * this browser and being sent again, or overtaken by somebody else's change.
 */
export type AutosaveStatus = "idle" | "dirty" | "saving" | "saved" | "retrying" | "stale";

const icons: Record<AutosaveStatus, IconName | undefined> = {
  idle: undefined, dirty: "pen", saving: "pen", saved: "check", retrying: "retry", stale: "warning",
};

/** StatusLine says in one line whether what was typed is safe. */
export function StatusLine({ status, savedAt }: { status: AutosaveStatus; savedAt?: Date | undefined }) {
  const t = useText("design");
  const icon = icons[status];
  const words = () => {
    if (status === "saved") return savedAt ? t("saved.at", { time: timeOf(savedAt) }) : t("saved");
    if (status === "idle") return savedAt ? t("saved.at", { time: timeOf(savedAt) }) : "";
    return t(`saved.${status}`);
  };
  return (
    <p role="status" className={classes("jx-status", `jx-status-${status}`)}>
      {icon && <Icon name={icon} />}
      {words()}
    </p>
  );
}
