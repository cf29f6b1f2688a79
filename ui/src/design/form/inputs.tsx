import type { ComponentProps } from "react";
import { classes } from "../classes";
import "./inputs.css";

/** TextInput is one line of text; `chars` gives it the width of what is expected. */
export function TextInput({ className, chars, type = "text", ...rest }: ComponentProps<"input"> & { chars?: 4 | 8 | 12 | 20 }) {
  return <input {...rest} type={type} className={classes("jx-input", chars && `jx-input-${chars}`, className)} />;
}

/** TextArea is several lines of text; it grows with what is typed. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} rows={rows} className={classes("jx-input", "jx-textarea", className)} />;
}

/** DateInput is a legal date, YYYY-MM-DD. */
export function DateInput({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} type="date" className={classes("jx-input", "jx-date", className)} />;
}

/** Option is one choice of a list. */
export interface Option<V extends string = string> {
  value: V;
  label: string;
  hint?: string;
  disabled?: boolean;
}

/** NativeSelectProps: the options may be given as a list or as children. */
export interface NativeSelectProps extends ComponentProps<"select"> {
  options?: readonly Option[];
  /** The words of "nothing chosen". */
  empty?: string;
}

/** NativeSelect is the browser's own list, which every phone and screen reader knows. */
export function NativeSelect({ className, options, empty, children, ...rest }: NativeSelectProps) {
  return (
    <select {...rest} className={classes("jx-input", "jx-select", className)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options?.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>{label}</option>
      ))}
      {children}
    </select>
  );
}
