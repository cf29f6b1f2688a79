import { Button, Field, FieldError, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { withLead, withoutAssessor, type Plan } from "./plan";

interface AssessorsProps {
  assessors: Plan["assessors"];
  least: number;
  wrong: (pointer: string) => string | undefined;
  onChange: (assessors: Plan["assessors"]) => void;
}

/** Assessors are the group that evaluates (考评小组), with one lead. */
export function Assessors({ assessors, least, wrong, onChange }: AssessorsProps) {
  const t = useText("batch");
  const set = (at: number, part: Partial<Plan["assessors"][number]>) => onChange(assessors.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const general = wrong("/assessors");
  return (
    <section className="batch-sheet" aria-labelledby="plan-assessors">
      <h2 id="plan-assessors">{t("plan.assessors")}</h2>
      <p className="batch-hint">{t("plan.assessorsHint", { n: least })}</p>
      {general && <div id={fieldId("/assessors")} tabIndex={-1}><FieldError>{general}</FieldError></div>}
      <ol className="batch-assessors">
        {assessors.map((one, i) => (
          <li key={i}>
            <Field id={fieldId(`/assessors/${i}/name`)} label={t("plan.assessorName", { n: i + 1 })} error={wrong(`/assessors/${i}/name`)} required>
              {(wiring) => <TextInput {...wiring} value={one.name} maxLength={100} autoComplete="off" onChange={(event) => set(i, { name: event.target.value })} />}
            </Field>
            <Field id={fieldId(`/assessors/${i}/card`)} label={t("plan.assessorCard")} error={wrong(`/assessors/${i}/card`)} required>
              {(wiring) => <TextInput {...wiring} className="number" value={one.card} maxLength={100} autoComplete="off" onChange={(event) => set(i, { card: event.target.value })} />}
            </Field>
            <label className="jx-option batch-lead-mark">
              <input type="radio" name="plan-lead" checked={one.lead} onChange={() => onChange(withLead(assessors, i))} />
              <span className="jx-option-text">{t("plan.lead")}<span className="visually-hidden"> {one.name || t("plan.assessorName", { n: i + 1 })}</span></span>
            </label>
            {assessors.length > least && <Button kind="quiet" icon="cross" iconOnly onClick={() => onChange(withoutAssessor(assessors, i))}>{t("plan.assessorRemove", { name: one.name || String(i + 1) })}</Button>}
          </li>
        ))}
      </ol>
      <Button kind="quiet" icon="plus" onClick={() => onChange([...assessors, { name: "", card: "", lead: assessors.length === 0 }])}>{t("plan.assessorAdd")}</Button>
    </section>
  );
}
