import { useEffect, useId, useRef, type ReactNode } from "react";
import { useText } from "@/i18n";
import { Button } from "../action/Button";
import { classes } from "../classes";
import "./dialog.css";

/** DialogProps: Esc and the cross both mean onClose; the one who opened it gets the focus back. */
export interface DialogProps {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  footer?: ReactNode;
  /** seal: what is confirmed here has legal effect. */
  tone?: "plain" | "seal";
  wide?: boolean;
  /** It cannot be left while something is under way. */
  locked?: boolean;
  children?: ReactNode;
}

/** Dialog asks something over the page. */
export function Dialog({ open, title, onClose, footer, tone = "plain", wide, locked, children }: DialogProps) {
  const t = useText("design");
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = box.current;
    if (!dialog || !open) return;
    const back = document.activeElement;
    if (!dialog.open) {
      if (dialog.showModal) dialog.showModal();
      else dialog.setAttribute("open", "");
    }
    return () => {
      if (dialog.close) dialog.close();
      else dialog.removeAttribute("open");
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, [open]);

  if (!open) return null;
  return (
    <dialog
      ref={box}
      className={classes("jx-dialog", `jx-dialog-${tone}`, wide && "jx-dialog-wide")}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
    >
      <header className="jx-dialog-head">
        <h2 id={id}>{title}</h2>
        {!locked && <Button kind="quiet" icon="cross" iconOnly onClick={onClose}>{t("dialog.close")}</Button>}
      </header>
      <div className="jx-dialog-body">{children}</div>
      {footer && <footer className="jx-dialog-foot">{footer}</footer>}
    </dialog>
  );
}
