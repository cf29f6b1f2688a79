import type { Schemas } from "@/api/client";
import { Button, Choice, Field, TextArea, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { Item, Sheet } from "./review";

interface ItemFormProps {
  item: Item;
  sheet: Sheet;
  name: string;
  problems: readonly Schemas["FieldProblem"][];
  next: Item | undefined;
  nextName: string | undefined;
  onSheet: (sheet: Sheet) => void;
  onNext: () => void;
}

/** ItemForm takes what an expert says of one item. */
export function ItemForm(props: ItemFormProps) {
  const { item, name, next, nextName, onNext } = props;
  const t = useText("expert");
  return (
    <div className="expert-form">
      <h2>{name}</h2>
      {item.kind === "material" && <MaterialFields {...props} number={item.number} />}
      {item.kind === "occupation" && <OccupationFields {...props} index={item.index} />}
      {item.kind === "overall" && <OverallFields {...props} />}
      {next ? <Button icon="right" onClick={onNext}>{t("next", { name: nextName ?? "" })}</Button> : <p className="expert-all">{t("next.none")}</p>}
    </div>
  );
}

function MaterialFields({ sheet, number, problems, onSheet }: ItemFormProps & { number: number }) {
  const t = useText("expert");
  const index = sheet.materials.findIndex((m) => m.number === number);
  const said = sheet.materials[index];
  if (!said) return null;
  const at = `/sheet/materials/${index}`;
  const put = (part: Partial<typeof said>) => onSheet({ ...sheet, materials: sheet.materials.with(index, { ...said, ...part }) });
  const explained = said.opinion === "doubtful" || said.opinion === "poor";
  return (
    <>
      <Choice
        id={fieldId(`${at}/opinion`)}
        legend={t("opinion.legend")}
        options={(["good", "doubtful", "poor"] as const).map((value) => ({ value, label: t(`opinion.${value}`) }))}
        value={said.opinion}
        onChange={(opinion) => put({ opinion })}
        error={wordsAt(problems, `${at}/opinion`)}
        joined
        required
      />
      <Field id={fieldId(`${at}/words`)} label={t(explained ? "words.wrong" : "words.note")} required={explained} optional={!explained} error={wordsAt(problems, `${at}/words`)}>
        {(wiring) => <TextArea {...wiring} rows={5} value={said.words} onChange={(event) => put({ words: event.target.value })} />}
      </Field>
    </>
  );
}

function OccupationFields({ sheet, index, problems, onSheet }: ItemFormProps & { index: number }) {
  const t = useText("expert");
  const said = sheet.occupations[index];
  if (!said) return null;
  const at = `/sheet/occupations/${index}`;
  const put = (part: Partial<typeof said>) => onSheet({ ...sheet, occupations: sheet.occupations.with(index, { ...said, ...part }) });
  return (
    <>
      <div className="expert-marks">
        {(["ability", "conditions"] as const).map((part) => (
          <Field key={part} id={fieldId(`${at}/${part}`)} label={t(`marks.${part}`)} hint={t(`marks.${part}What`)} required error={wordsAt(problems, `${at}/${part}`)}>
            {(wiring) => (
              <span className="expert-mark">
                <TextInput {...wiring} chars={4} inputMode="numeric" maxLength={3} value={said[part] || ""} onChange={(event) => put({ [part]: Number(event.target.value.replace(/\D/g, "")) })} />
                {t("marks.unit")}
              </span>
            )}
          </Field>
        ))}
      </div>
      <Field id={fieldId(`${at}/opinion`)} label={t("marks.opinion")} required error={wordsAt(problems, `${at}/opinion`)}>
        {(wiring) => <TextArea {...wiring} rows={5} value={said.opinion} onChange={(event) => put({ opinion: event.target.value })} />}
      </Field>
    </>
  );
}

function OverallFields({ sheet, problems, onSheet }: ItemFormProps) {
  const t = useText("expert");
  const against = sheet.favourable === false;
  return (
    <>
      <Choice
        id={fieldId("/sheet/favourable")}
        legend={t("overall.legend")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`overall.${value}`) }))}
        value={sheet.favourable === null || sheet.favourable === undefined ? "" : sheet.favourable ? "yes" : "no"}
        onChange={(value) => onSheet({ ...sheet, favourable: value === "yes" })}
        error={wordsAt(problems, "/sheet/favourable")}
        required
      />
      <Field id={fieldId("/sheet/reasons")} label={t(against ? "reasons.against" : "reasons.note")} required={against} optional={!against} error={wordsAt(problems, "/sheet/reasons")}>
        {(wiring) => <TextArea {...wiring} rows={6} value={sheet.reasons} onChange={(event) => onSheet({ ...sheet, reasons: event.target.value })} />}
      </Field>
    </>
  );
}
