import { useSyncExternalStore } from "react";
import { useText } from "@/i18n";
import { Button } from "../action/Button";
import { classes } from "../classes";
import { Icon } from "../icon/Icon";
import { currentToasts, dismiss, onToasts } from "./toast";
import "./toasts.css";

/** Toasts shows what just happened, read out and gone after a while; one stands in each page's frame. */
export function Toasts() {
  const t = useText("design");
  const toasts = useSyncExternalStore(onToasts, currentToasts);
  return (
    <div className="jx-toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, tone }) => (
        <div key={id} className={classes("jx-toast", `jx-toast-${tone}`)}>
          <Icon name={tone === "ok" ? "check" : tone === "warn" ? "warning" : "info"} />
          <p>{text}</p>
          <Button kind="quiet" small icon="cross" iconOnly onClick={() => dismiss(id)}>{t("toast.close")}</Button>
        </div>
      ))}
    </div>
  );
}
