import { useId, type ReactNode } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { FieldError } from "./Field";
import type { Option } from "./inputs";
import "./choice.css";

/** ChoiceProps of a group of radio buttons. */
export interface ChoiceProps<V extends string> {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly Option<V>[];
  value: V | "" | undefined;
  onChange: (value: V) => void;
  required?: boolean;
  optional?: boolean;
  /** The id of the group, and of its first button, so that an error summary can link to it. */
  id?: string;
  name?: string;
  /** Beside one another, where there is room. */
  inline?: boolean;
  /** Joined buttons, for two or three short words such as verdicts. */
  joined?: boolean;
  legendHidden?: boolean;
  readOnly?: boolean;
  onBlur?: () => void;
}

/** Choice is one of a few, all of them in sight. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { legend, hint, error, options, value, onChange, required, optional, inline, joined, legendHidden, readOnly, onBlur } = props;
  const t = useText("design");
  const made = useId();
  const id = props.id ?? made;
  const described = classes(hint ? `${id}-hint` : "", error ? `${id}-error` : "") || undefined;
  return (
    <fieldset className={classes("jx-choice", inline && "jx-choice-inline", joined && "jx-choice-joined", Boolean(error) && "jx-field-wrong")} aria-describedby={described}>
      <legend className={legendHidden ? "visually-hidden" : "jx-choice-legend"}>
        {legend}
        {optional && <span className="jx-field-optional"> {t("field.optional")}</span>}
      </legend>
      {hint && <p id={`${id}-hint`} className="jx-field-hint">{hint}</p>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="jx-choice-options">
        {options.map((option, i) => (
          <label key={option.value} className={classes("jx-option", `jx-option-${option.value}`)}>
            <input
              type="radio"
              id={i === 0 ? id : undefined}
              name={props.name ?? made}
              value={option.value}
              checked={value === option.value}
              required={required}
              disabled={option.disabled || (readOnly && value !== option.value)}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              onChange={() => !readOnly && onChange(option.value)}
              onBlur={onBlur}
            />
            <span className="jx-option-text">
              <span>{option.label}</span>
              {option.hint && <span id={`${id}-${option.value}-hint`} className="jx-field-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** CheckProps of one box. */
export interface CheckProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
  hint?: ReactNode;
  error?: ReactNode;
  indeterminate?: boolean;
  required?: boolean;
  readOnly?: boolean;
  /** The label is read out and not shown, as in a table. */
  labelHidden?: boolean;
  tabIndex?: number;
}

/** Check is a box to tick, with a hit area that a finger finds. */
export function Check({ label, checked, onChange, id, hint, error, indeterminate = false, required, readOnly, labelHidden, tabIndex }: CheckProps) {
  const made = useId();
  const own = id ?? made;
  const described = classes(hint ? `${own}-hint` : "", error ? `${own}-error` : "") || undefined;
  return (
    <div className={classes("jx-check", Boolean(error) && "jx-field-wrong")}>
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
      <label className={classes("jx-option", labelHidden && "jx-option-bare")}>
        <input
          type="checkbox"
          id={own}
          checked={checked}
          required={required}
          tabIndex={tabIndex}
          disabled={readOnly}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          ref={(box) => {
            if (box) box.indeterminate = indeterminate;
          }}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span className={labelHidden ? "visually-hidden" : "jx-option-text"}>
          <span>{label}</span>
          {hint && <span id={`${own}-hint`} className="jx-field-hint">{hint}</span>}
        </span>
      </label>
    </div>
  );
}
