import type { FieldProblem } from "@/api/problem";
import { Button, Check, Field, FieldError, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId, wordsAt } from "@/features/task/fields";
import { freshKind, ways, type Need } from "./edition";

interface EvidenceFormsProps {
  evidence: readonly Need[];
  problems: readonly FieldProblem[];
  onChange: (next: Need[]) => void;
}

/** EvidenceForms are the kinds of evidence that an edition asks of a batch, each of all ways of evaluation or of some. */
export function EvidenceForms({ evidence, problems, onChange }: EvidenceFormsProps) {
  const t = useText("template");
  const set = (at: number, part: Partial<Need>) => onChange(evidence.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const general = wordsAt(problems, "/evidence");
  return (
    <section className="template-sheet" aria-labelledby="new-evidence">
      <h2 id="new-evidence">{t("evidence", { n: evidence.length })}</h2>
      <p className="template-hint">{t("evidence.hint")}</p>
      {general && <div id={fieldId("/evidence")} tabIndex={-1}><FieldError>{general}</FieldError></div>}
      <ol className="template-evidence">
        {evidence.map((one, i) => (
          <li key={one.kind}>
            <Field id={fieldId(`/evidence/${i}/name`)} label={t("evidence.name", { n: i + 1 })} error={wordsAt(problems, `/evidence/${i}/name`) ?? wordsAt(problems, `/evidence/${i}/kind`)} required>
              {(wiring) => <TextInput {...wiring} value={one.name} maxLength={200} autoComplete="off" onChange={(event) => set(i, { name: event.target.value })} />}
            </Field>
            <fieldset className="template-ways" id={fieldId(`/evidence/${i}/ways`)} tabIndex={-1}>
              <legend>{t("evidence.ways")}</legend>
              {ways.map((way) => (
                <Check key={way} label={t(`way.${way}`)} checked={one.ways.length === 0 || one.ways.includes(way)} onChange={(on) => set(i, { ways: chosen(one.ways, way, on) })} />
              ))}
            </fieldset>
            <Button kind="quiet" icon="cross" iconOnly onClick={() => onChange(evidence.filter((_, n) => n !== i))}>{t("evidence.remove", { name: one.name || String(i + 1) })}</Button>
          </li>
        ))}
      </ol>
      <Button kind="quiet" icon="plus" onClick={() => onChange([...evidence, { kind: freshKind(evidence), name: "", ways: [] }])}>{t("evidence.add")}</Button>
    </section>
  );
}

/** chosen ticks a way or takes its tick away; all of them are none, and one stays. */
function chosen(before: readonly string[], way: string, on: boolean): string[] {
  const now = (before.length === 0 ? [...ways] : [...before]).filter((one) => one !== way);
  if (on) now.push(way);
  if (now.length === 0) return [way];
  return now.length === ways.length ? [] : ways.filter((one) => now.includes(one));
}
