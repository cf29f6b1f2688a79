import { createContext, use, useMemo, type ComponentProps, type ReactNode } from "react";
import { Check, Choice, Field, TextArea, TextInput, type Option } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { wordOf } from "./labels";
import type { Gaps } from "./section";

interface Sheet {
  /** Tells apart what is being uploaded for one application and for another. */
  applicationId?: string;
  gaps: Gaps;
  readOnly: boolean;
}

const open: Gaps = { all: [], at: () => undefined, under: () => [] };
const SheetContext = createContext<Sheet>({ gaps: open, readOnly: false });

/** SectionFields tells the fields within what is wrong, and whether they may be edited. */
export function SectionFields({ applicationId, gaps, readOnly, children }: Sheet & { children: ReactNode }) {
  const sheet = useMemo(() => ({ applicationId, gaps, readOnly }), [applicationId, gaps, readOnly]);
  return <SheetContext value={sheet}>{children}</SheetContext>;
}

/** useField gives a field's words and what stands against it: its label is `f.` and its hint `h.` with the way to it, as f.unit.name. */
export function useField(at: string) {
  const t = useText("application");
  const { applicationId, gaps, readOnly } = use(SheetContext);
  const word = wordOf(at);
  return { id: fieldId(at), label: t.of(`f.${word}`, word), hint: t.of(`h.${word}`, "") || undefined, error: gaps.at(at), readOnly, applicationId };
}

interface Bound {
  /** The JSON pointer of the field. */
  at: string;
  label?: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

type LineProps = Bound & { value: string; set: (value: string) => void; limit?: number; suggest?: readonly string[]; aside?: ReactNode } & Pick<ComponentProps<typeof TextInput>, "chars" | "inputMode" | "autoComplete" | "readOnly" | "type">;

/** Line is a field of one line of text. */
export function Line({ at, label, hint, optional, value, set, suggest, aside, readOnly, ...rest }: LineProps) {
  const field = useField(at);
  const list = suggest && `${field.id}-list`;
  return (
    <Field id={field.id} label={label ?? field.label} hint={hint ?? field.hint} error={field.error} required={!optional} optional={optional} aside={aside}>
      {(wiring) => (
        <>
          <TextInput {...wiring} {...rest} list={list} value={value} readOnly={readOnly ?? field.readOnly} onChange={(event) => set(event.target.value)} />
          {suggest && <datalist id={list}>{suggest.map((word) => <option key={word} value={word} />)}</datalist>}
        </>
      )}
    </Field>
  );
}

/** Prose is a field of several lines; it says how much room is left when that is little. */
export function Prose({ at, label, hint, optional, value, set, limit = 5000, rows = 4 }: Bound & { value: string; set: (value: string) => void; limit?: number; rows?: number }) {
  const t = useText("application");
  const field = useField(at);
  const long = value.length > limit * 0.8;
  return (
    <Field id={field.id} label={label ?? field.label} hint={hint ?? field.hint} error={field.error} required={!optional} optional={optional} aside={long ? t("field.room", { n: value.length, limit }) : undefined}>
      {(wiring) => <TextArea {...wiring} rows={rows} value={value} readOnly={field.readOnly} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
}

/** digitsOf reads a whole number out of what was typed; full-width digits and separators are understood. */
export function digitsOf(typed: string): number {
  const plain = typed.normalize("NFKC").replace(/\D/g, "");
  return Math.min(Number(plain || 0), 1_000_000_000_000);
}

/** Count is a field for a whole number; 0 is shown as empty. */
export function Count({ at, label, hint, optional, value, set, unit, aside }: Bound & { value: number; set: (value: number) => void; unit?: string; aside?: ReactNode }) {
  const field = useField(at);
  return (
    <Field id={field.id} label={label ?? field.label} hint={hint ?? field.hint} error={field.error} required={!optional} optional={optional} aside={aside}>
      {(wiring) => (
        <span className="app-count">
          <TextInput {...wiring} chars={8} inputMode="numeric" autoComplete="off" value={value === 0 ? "" : String(value)} readOnly={field.readOnly} onChange={(event) => set(digitsOf(event.target.value))} />
          {unit && <span className="app-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

/** Pick is a field of a few options, all in sight. */
export function Pick<V extends string>({ at, label, hint, optional, value, set, options, inline = true }: Bound & { value: V | ""; set: (value: V) => void; options: readonly Option<V>[]; inline?: boolean }) {
  const field = useField(at);
  return <Choice id={field.id} legend={label ?? field.label} hint={hint ?? field.hint} error={field.error} required={!optional} optional={optional} options={options} value={value} onChange={set} inline={inline} readOnly={field.readOnly} />;
}

/** Tick is a statement that is given or not. */
export function Tick({ at, label, hint, checked, set }: Bound & { checked: boolean; set: (checked: boolean) => void }) {
  const field = useField(at);
  return <Check id={field.id} label={label ?? field.label} hint={hint ?? field.hint} error={field.error} checked={checked} onChange={set} readOnly={field.readOnly} />;
}

/** Part is a titled part of a form: the title at the left where there is room, the fields at the right; wide for tables. */
export function Part({ title, lead, wide, children }: { title: ReactNode; lead?: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <section className={wide ? "app-part app-wide" : "app-part"}>
      <div className="app-part-head">
        <h2>{title}</h2>
        {lead && <p className="app-lead">{lead}</p>}
      </div>
      <div className="app-part-body">{children}</div>
    </section>
  );
}

/** Pair sets two short fields beside one another. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="app-pair">{children}</div>;
}
