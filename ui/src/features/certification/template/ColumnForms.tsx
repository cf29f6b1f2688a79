import type { FieldProblem } from "@/api/problem";
import { Button, Check, FieldError, NativeSelect, TextArea, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId, under, wordsAt } from "@/features/task/fields";
import { columnFor, leftOut, moved, type Column, type Editions } from "./edition";

interface ColumnFormsProps {
  columns: readonly Column[];
  fields: Editions["fields"];
  problems: readonly FieldProblem[];
  onChange: (next: Column[]) => void;
}

/** ColumnForms are the columns of a new edition, in the order of the workbook. What the checks read cannot be left out. */
export function ColumnForms({ columns, fields, problems, onChange }: ColumnFormsProps) {
  const t = useText("template");
  const missing = leftOut(fields, columns);
  const general = wordsAt(problems, "/columns");
  return (
    <section className="template-sheet" aria-labelledby="new-columns">
      <h2 id="new-columns">{t("columns", { n: columns.length })}</h2>
      <p className="template-hint">{t("columns.hint")}</p>
      {general && <div id={fieldId("/columns")} tabIndex={-1}><FieldError>{general}</FieldError></div>}
      <table className="template-table template-form">
        <thead>
          <tr>
            <th scope="col">{t("column.no")}</th><th scope="col">{t("column.heading")}</th><th scope="col">{t("column.hint")}</th><th scope="col">{t("column.example")}</th><th scope="col">{t("column.options")}</th>
            <th scope="col">{t("column.width")}</th><th scope="col">{t("column.required")}</th><th scope="col"><span className="visually-hidden">{t("column.do")}</span></th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, i) => (
            <ColumnForm
              key={column.field}
              at={i}
              last={i === columns.length - 1}
              column={column}
              field={fields.find((one) => one.field === column.field)}
              problems={problems}
              onChange={(part) => onChange(columns.map((one, n) => (n === i ? { ...one, ...part } : one)))}
              onMove={(by) => onChange(moved(columns, i, by))}
              onRemove={() => onChange(columns.filter((_, n) => n !== i))}
            />
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <NativeSelect
          aria-label={t("columns.add")}
          className="template-add"
          empty={t("columns.add")}
          value=""
          options={missing.map(({ field, name }) => ({ value: field, label: name }))}
          onChange={(event) => {
            const field = missing.find((one) => one.field === event.target.value);
            if (field) onChange([...columns, columnFor(field)]);
          }}
        />
      )}
    </section>
  );
}

interface ColumnFormProps {
  at: number;
  last: boolean;
  column: Column;
  field: Editions["fields"][number] | undefined;
  problems: readonly FieldProblem[];
  onChange: (part: Partial<Column>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function ColumnForm({ at, last, column, field, problems, onChange, onMove, onRemove }: ColumnFormProps) {
  const t = useText("template");
  const root = `/columns/${at}`;
  const name = field?.name ?? column.field;
  const wired = (part: string) => {
    const error = under(problems, `${root}/${part}`)[0]?.message;
    const id = fieldId(`${root}/${part}`);
    return { error: error && <FieldError id={`${id}-error`}>{error}</FieldError>, wiring: { id, "aria-invalid": error ? (true as const) : undefined, "aria-describedby": error ? `${id}-error` : undefined } };
  };
  const heading = wired("heading"), hint = wired("hint"), example = wired("example"), options = wired("options"), width = wired("width"), required = wordsAt(problems, `${root}/required`);
  const label = (word: "column.heading" | "column.hint" | "column.example" | "column.options" | "column.width") => t("column.of", { column: name, part: t(word) });
  return (
    <tr>
      <td className="number" data-label={t("column.no")}>{at + 1}</td>
      <th scope="row">
        {heading.error}
        <TextInput {...heading.wiring} aria-label={label("column.heading")} value={column.heading} maxLength={40} autoComplete="off" onChange={(event) => onChange({ heading: event.target.value })} />
        {name !== column.heading && <span className="template-sub">{t("column.field", { name })}</span>}
      </th>
      <td data-label={t("column.hint")}>{hint.error}<TextInput {...hint.wiring} aria-label={label("column.hint")} value={column.hint} maxLength={200} autoComplete="off" onChange={(event) => onChange({ hint: event.target.value })} /></td>
      <td data-label={t("column.example")}>{example.error}<TextInput {...example.wiring} aria-label={label("column.example")} value={column.example} maxLength={200} autoComplete="off" onChange={(event) => onChange({ example: event.target.value })} /></td>
      <td data-label={t("column.options")}>
        {options.error}
        <TextArea {...options.wiring} rows={column.options.length > 0 ? Math.min(column.options.length, 4) : 1} aria-label={label("column.options")} placeholder={t("column.optionsEmpty")} value={column.options.join("\n")} onChange={(event) => onChange({ options: event.target.value === "" ? [] : event.target.value.split("\n") })} />
      </td>
      <td data-label={t("column.width")}>{width.error}<TextInput {...width.wiring} chars={4} type="number" inputMode="numeric" min={4} max={60} aria-label={label("column.width")} value={column.width} onChange={(event) => onChange({ width: Math.trunc(Number(event.target.value)) || 0 })} /></td>
      <td data-label={t("column.required")}>
        {field?.alwaysFilled ? <span className="template-sub">{t("column.always")}</span> : field?.mayBeRequired || column.required ? <Check id={fieldId(`${root}/required`)} labelHidden label={t("column.of", { column: name, part: t("column.required") })} checked={column.required} error={required} onChange={(on) => onChange({ required: on })} /> : <span className="template-sub">{t("column.whereAsked")}</span>}
      </td>
      <td className="template-do">
        {at > 0 && <Button kind="quiet" small icon="up" iconOnly onClick={() => onMove(-1)}>{t("column.up", { name })}</Button>}
        {!last && <Button kind="quiet" small icon="down" iconOnly onClick={() => onMove(1)}>{t("column.down", { name })}</Button>}
        {field && !field.needed && <Button kind="quiet" small icon="cross" iconOnly onClick={onRemove}>{t("column.remove", { name })}</Button>}
      </td>
    </tr>
  );
}
