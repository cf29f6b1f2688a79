import type { Schemas } from "@/api/client";
import { Button, NativeSelect, TextArea } from "@/design";
import { useText } from "@/i18n";
import { fieldId, wordsAt } from "@/features/task/fields";

type Ground = Schemas["Ground"];

/** GroundsEditor lists the reasons of an adverse decision, each with its clause of 辽人社〔2020〕22号. */
export function GroundsEditor({ grounds, clauses, problems, onChange }: {
  grounds: readonly Ground[];
  clauses: readonly string[];
  problems: readonly Schemas["FieldProblem"][];
  onChange: (grounds: Ground[]) => void;
}) {
  const t = useText("act");
  const put = (i: number, change: Partial<Ground>) => onChange(grounds.map((ground, j) => (i === j ? { ...ground, ...change } : ground)));
  const rows = grounds.length > 0 ? grounds : [{ clause: "", words: "" }];
  const edit = (i: number, change: Partial<Ground>) => (grounds.length > 0 ? put(i, change) : onChange([{ clause: "", words: "", ...change }]));
  return (
    <fieldset className="grounds" id={fieldId("/sheet/grounds")} tabIndex={-1}>
      <legend>{t("grounds.title")}</legend>
      <p className="grounds-hint">{t("grounds.hint")}</p>
      {wordsAt(problems, "/sheet/grounds") && <p className="grounds-wrong">{wordsAt(problems, "/sheet/grounds")}</p>}
      <ol className="grounds-list">
        {rows.map((ground, i) => (
          <li key={i}>
            <NativeSelect
              id={fieldId(`/sheet/grounds/${i}/clause`)}
              aria-label={t("grounds.clause", { n: i + 1 })}
              aria-invalid={wordsAt(problems, `/sheet/grounds/${i}/clause`) ? true : undefined}
              value={ground.clause}
              empty={t("grounds.choose")}
              options={clauses.map((clause) => ({ value: clause, label: clause }))}
              onChange={(event) => edit(i, { clause: event.target.value })}
            />
            <TextArea
              id={fieldId(`/sheet/grounds/${i}/words`)}
              aria-label={t("grounds.words", { n: i + 1 })}
              aria-invalid={wordsAt(problems, `/sheet/grounds/${i}/words`) ? true : undefined}
              rows={3}
              value={ground.words}
              placeholder={t("grounds.placeholder")}
              onChange={(event) => edit(i, { words: event.target.value })}
            />
            {grounds.length > 1 && <Button kind="quiet" small icon="cross" onClick={() => onChange(grounds.filter((_, j) => j !== i))}>{t("grounds.remove", { n: i + 1 })}</Button>}
          </li>
        ))}
      </ol>
      <Button small icon="plus" onClick={() => onChange([...rows, { clause: "", words: "" }])}>{t("grounds.add")}</Button>
    </fieldset>
  );
}
