import { useId, type ReactNode } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { Icon } from "../icon/Icon";
import "./field.css";

/** Wiring is what a control needs to belong to its label, hint and error. */
export interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  required: boolean | undefined;
}

/** FieldProps: the label is the accessible name; the error says what to do, in the words of the error summary. */
export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Says 「选填」 beside the label; for forms where most is required. */
  optional?: boolean;
  id?: string;
  /** Something at the end of the label's line, such as a count. */
  aside?: ReactNode;
  /** Label before the control on one line, where the page is wide. */
  inline?: boolean;
  className?: string;
  children: (wiring: Wiring) => ReactNode;
}

/** Field is a label, a hint, a control and its error. */
export function Field({ label, hint, error, required, optional, id, aside, inline, className, children }: FieldProps) {
  const t = useText("design");
  const made = useId();
  const control = id ?? made;
  const described = classes(hint ? `${control}-hint` : "", error ? `${control}-error` : "");
  return (
    <div className={classes("jx-field", inline && "jx-field-inline", Boolean(error) && "jx-field-wrong", className)}>
      <div className="jx-field-head">
        <label htmlFor={control}>{label}</label>
        {optional && <span className="jx-field-optional">{t("field.optional")}</span>}
        {aside && <span className="jx-field-aside">{aside}</span>}
      </div>
      <div className="jx-field-body">
        {hint && <p id={`${control}-hint`} className="jx-field-hint">{hint}</p>}
        {error && <FieldError id={`${control}-error`}>{error}</FieldError>}
        {children({ id: control, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined, required })}
      </div>
    </div>
  );
}

/** FieldError is the sentence under a label that says what is wrong and what to do. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  const t = useText("design");
  return (
    <p id={id} className="jx-field-error">
      <Icon name="warning" />
      <span>
        <span className="visually-hidden">{t("field.error")}</span>
        {children}
      </span>
    </p>
  );
}
