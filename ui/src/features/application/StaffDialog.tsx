import { useState, type FormEvent } from "react";
import type { FieldProblem } from "@/api/problem";
import { Button, Choice, DateInput, Dialog, Field, NativeSelect, TextInput } from "@/design";
import { today, useText } from "@/i18n";
import { levelColumns, type OccupationRow } from "./matrix";
import { masked } from "./residentId";
import { employments, faultsOf, staffKinds, tidyRow, type StaffField, type StaffRow } from "./staffRows";

interface StaffDialogProps {
  row: StaffRow;
  /** The row as it stands in the list; a new one has none. */
  before?: StaffRow;
  others: readonly StaffRow[];
  occupations: readonly OccupationRow[];
  /** What the server found wrong in it. */
  problems: readonly FieldProblem[];
  onKeep: (row: StaffRow) => void;
  onClose: () => void;
}

/** StaffDialog edits one person of the lists; only a row that can stand is taken over. */
export function StaffDialog({ row: begin, before, others, occupations, problems, onKeep, onClose }: StaffDialogProps) {
  const t = useText("application");
  const [row, setRow] = useState<StaffRow>(begin);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<StaffRow>) => setRow((old) => ({ ...old, ...part }));
  const faults = tried ? faultsOf(row, others, today(), before) : [];
  const wrong = (field: StaffField) => {
    const fault = faults.find((one) => one.field === field);
    if (fault) return t(`staff.fault.${fault.code}`, { n: (fault.row ?? 0) + 1 });
    return row[field] === begin[field] ? problems.find((problem) => problem.pointer.endsWith(`/${field}`))?.message : undefined;
  };
  const keep = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (faultsOf(row, others, today(), before).length === 0) onKeep(tidyRow(row));
  };
  const names = [...new Set(occupations.map((one) => one.name))];
  const kept = before !== undefined && row.idNumber === before.idNumber;
  return (
    <Dialog open wide title={before ? t("staff.editing", { name: before.name }) : t("staff.adding")} onClose={onClose}
      footer={<><Button onClick={onClose}>{t("staff.cancel")}</Button><Button kind="primary" onClick={() => keep()}>{t("staff.keep")}</Button></>}>
      <form className="staff-form" onSubmit={keep} noValidate>
        <div className="staff-form-wide">
          <Choice legend={t("staff.field.kind")} inline options={staffKinds.map((kind) => ({ value: kind, label: t(`staff.kind.${kind}`) }))} value={row.kind} error={wrong("kind")} onChange={(kind) => set({ kind })} required />
        </div>
        <Field label={t("staff.field.name")} error={wrong("name")} required>
          {(wiring) => <TextInput {...wiring} value={row.name} autoComplete="off" autoFocus={!before} onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <Field label={t("staff.field.idNumber")} hint={kept ? t("staff.idKept") : undefined} error={wrong("idNumber")} required>
          {(wiring) => <TextInput {...wiring} className="number" value={kept ? masked(row.idNumber ?? "") : (row.idNumber ?? "")} autoComplete="off" spellCheck={false} maxLength={20} onFocus={(event) => kept && event.currentTarget.select()} onChange={(event) => set({ idNumber: event.target.value.toUpperCase() })} />}
        </Field>
        <Field label={t("staff.field.position")} optional>{(wiring) => <TextInput {...wiring} value={row.position ?? ""} maxLength={200} onChange={(event) => set({ position: event.target.value })} />}</Field>
        <Field label={t("staff.field.title")} optional>{(wiring) => <TextInput {...wiring} value={row.title ?? ""} maxLength={200} onChange={(event) => set({ title: event.target.value })} />}</Field>
        <Field label={t("staff.field.occupation")} hint={t("staff.occupationHint")} optional>
          {(wiring) => (
            <>
              <TextInput {...wiring} list="staff-occupations" value={row.occupation ?? ""} maxLength={200} onChange={(event) => set({ occupation: event.target.value })} />
              <datalist id="staff-occupations">{names.map((name) => <option key={name} value={name} />)}</datalist>
            </>
          )}
        </Field>
        <Field label={t("staff.field.level")} error={wrong("level")} optional>
          {(wiring) => <NativeSelect {...wiring} value={row.level ?? ""} empty={t("staff.level.none")} options={levelColumns.map((level) => ({ value: level, label: `${t(`occ.level.${level}`)} ${t(`occ.worker.${level}`)}` }))} onChange={(event) => set({ level: event.target.value })} />}
        </Field>
        <Field label={t("staff.field.cardNo")} optional>{(wiring) => <TextInput {...wiring} value={row.cardNo ?? ""} maxLength={200} onChange={(event) => set({ cardNo: event.target.value })} />}</Field>
        <Field label={t("staff.field.validThrough")} error={wrong("validThrough")} optional>
          {(wiring) => <DateInput {...wiring} value={row.validThrough ?? ""} onChange={(event) => set({ validThrough: event.target.value })} />}
        </Field>
        <div className="staff-form-wide">
          <Choice legend={t("staff.field.employment")} inline options={employments.map((value) => ({ value, label: t(`staff.employment.${value}`) }))} value={row.employment} error={wrong("employment")} onChange={(employment) => set({ employment })} required />
        </div>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
