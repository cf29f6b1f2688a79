import { Field, Tag, TextArea } from "@/design";
import { useText } from "@/i18n";
import { toneOf } from "@/features/case/Passage";
import { fieldId } from "@/features/task/fields";
import type { Tally } from "./sheet";

/** Conclusion counts the rows by verdict, and says which verdict on the batch follows. */
export function Conclusion({ tally, name, verdict, note, readOnly, onNote }: { tally: Tally; name: string; verdict: string; note: string; readOnly: boolean; onNote: (note: string) => void }) {
  const t = useText("audit");
  return (
    <section className="audit-conclusion" aria-labelledby="conclusion">
      <div>
        <h2 id="conclusion">{t("conclusion.title")}</h2>
        <dl className="audit-tally">
          {(["passed", "returned", "failed", "open"] as const).map((key) => <div key={key} data-some={tally[key] > 0 || undefined}><dt>{t(`tally.${key}`)}</dt><dd className="number">{tally[key]}</dd></div>)}
        </dl>
        <p role="status">{name ? <Tag state={toneOf(verdict)}>{name}</Tag> : t("conclusion.open", { n: tally.open })}</p>
        <p className="audit-quiet">{t("conclusion.rule")}</p>
      </div>
      <Field id={fieldId("/sheet/note")} label={t("note.label")} hint={t("note.hint")} optional>
        {(wiring) => <TextArea {...wiring} rows={2} maxLength={1000} readOnly={readOnly} value={note} onChange={(event) => onNote(event.target.value)} />}
      </Field>
    </section>
  );
}
