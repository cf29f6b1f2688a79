import { useId, type ComponentProps, type MouseEvent, type ReactNode } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { Icon, type IconName } from "../icon/Icon";
import { usePopover } from "./usePopover";
import { WhyList, type Reason } from "./WhyList";
import "./button.css";

/** ButtonKind: one primary a view; danger is for what has legal effect against somebody or throws something away. */
export type ButtonKind = "primary" | "plain" | "quiet" | "danger";

/** ButtonProps are those of a button; `disabled` is left out, because a button that cannot act says why. */
export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled" | "ref"> {
  kind?: ButtonKind;
  /** It is at work: no second press. */
  busy?: boolean;
  /** The conditions that are not met; while there are any, pressing shows them instead of acting. */
  why?: readonly (string | Reason)[];
  icon?: IconName;
  /** An icon alone; the children are then read out only. */
  iconOnly?: boolean;
  small?: boolean;
  children?: ReactNode;
}

/** Button acts, or says why it cannot yet. */
export function Button({ kind = "plain", busy = false, why, icon, iconOnly, small, className, children, onClick, type = "button", ...rest }: ButtonProps) {
  const t = useText("design");
  const id = useId();
  const { anchor, panel, open, toggle, close } = usePopover<HTMLButtonElement>();
  const barred = (why?.length ?? 0) > 0;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || barred) {
      event.preventDefault();
      if (barred) toggle();
      return;
    }
    onClick?.(event);
  };
  return (
    <>
      <button
        {...rest}
        ref={anchor}
        type={type}
        className={classes("jx-button", `jx-button-${kind}`, small && "jx-button-small", iconOnly && "jx-button-icon", className)}
        aria-disabled={barred || busy || rest["aria-disabled"] || undefined}
        aria-busy={busy || undefined}
        aria-expanded={barred ? open : rest["aria-expanded"]}
        aria-describedby={barred ? id : rest["aria-describedby"]}
        onClick={press}
      >
        {busy ? <span className="jx-spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
        {iconOnly ? <span className="visually-hidden">{children}</span> : children}
        {busy && <span className="visually-hidden">{t("button.busy")}</span>}
      </button>
      {barred && (
        <div id={id} ref={panel} popover="manual" className="jx-why-panel" onClick={(event) => (event.target as Element).closest("a,button") && close()}>
          <WhyList reasons={why ?? []} />
        </div>
      )}
    </>
  );
}

/** LinkButton looks like a button and goes somewhere. */
export function LinkButton({ kind = "plain", icon, small, className, children, ...rest }: ComponentProps<"a"> & Pick<ButtonProps, "kind" | "icon" | "small">) {
  return (
    <a {...rest} className={classes("jx-button", `jx-button-${kind}`, small && "jx-button-small", className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
