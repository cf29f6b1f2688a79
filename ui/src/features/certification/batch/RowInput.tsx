import { DateInput, Field, NativeSelect, TextInput, type Option, type Wiring } from "@/design";
import { useText } from "@/i18n";
import type { Batch } from "./queries";
import { groups, type RowField } from "./rowFields";

interface RowInputProps {
  batch: Batch;
  field: RowField;
  value: string;
  /** The ID number is masked and stays as it is. */
  kept: boolean;
  findings: readonly { message: string; remedy: string; level: string }[];
  onChange: (value: string) => void;
}

const idKinds = ["resident", "hkMacao", "taiwan", "foreign", "passport", "other"] as const;
const employments = ["own", "dispatched"] as const;
const within = (list: readonly RowField[], field: RowField) => list.includes(field);

/** withUnknown keeps a value that is no option, so that it is seen and can be changed. */
function withUnknown(options: readonly Option[], value: string): readonly Option[] {
  return value === "" || options.some((option) => option.value === value) ? options : [{ value, label: value }, ...options];
}

/** RowInput is the control of one field of a row, with what was found wrong in it: reason and remedy. */
export function RowInput({ batch, field, value, kept, findings, onChange }: RowInputProps) {
  const t = useText("batch");
  const wrong = findings.filter((one) => one.level === "wrong").map((one) => `${one.message}${t("edit.stop")}${one.remedy}`).join(t("edit.stop"));
  const warned = findings.filter((one) => one.level === "warn").map((one) => one.message).join(t("edit.stop"));
  const select = (wiring: Wiring, options: readonly Option[]) => <NativeSelect {...wiring} value={value} empty={t("edit.choose")} options={withUnknown(options, value)} onChange={(event) => onChange(event.target.value)} />;
  const control = (wiring: Wiring) => {
    if (field === "idKind") return select(wiring, idKinds.map((code) => ({ value: code, label: t(`idKind.${code}`) })));
    if (field === "employment") return select(wiring, employments.map((code) => ({ value: code, label: t(`employment.${code}`) })));
    if (field === "level") return select(wiring, [{ value: batch.level, label: batch.levelName }]);
    if (within(groups.grades, field)) return select(wiring, t("edit.grades").split("、").map((grade) => ({ value: grade, label: grade })));
    if ((field === "agencyFrom" || field === "agencyThrough") && (value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value))) return <DateInput {...wiring} value={value} onChange={(event) => onChange(event.target.value)} />;
    const marks = within(groups.scores, field);
    return <TextInput {...wiring} value={value} autoComplete="off" spellCheck={false} {...(marks ? { inputMode: "decimal" as const, chars: 8 as const } : {})} className={field === "idNumber" ? "number" : undefined}
      onFocus={(event) => kept && event.currentTarget.select()} onChange={(event) => onChange(event.target.value)} />;
  };
  return (
    <Field label={t(`field.${field}`)} hint={kept ? t("edit.idKept") : warned || undefined} error={wrong || undefined}>
      {control}
    </Field>
  );
}
