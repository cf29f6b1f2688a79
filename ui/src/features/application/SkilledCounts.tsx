import { useSuspenseQuery } from "@tanstack/react-query";
import { FieldError, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { referenceQuery } from "@/features/task/queries";
import { digitsOf, useField } from "./fields";
import type { Content } from "./section";

type Skilled = Content["unit"]["skilled"];

/** withCount sets the number of people of one level; 0 takes the level out. The order is that of the levels. */
export function withCount(skilled: Skilled, level: string, count: number, levels: readonly string[]): Skilled {
  const others = skilled.filter((entry) => entry.level !== level);
  const next = count > 0 ? [...others, { level, count }] : others;
  return next.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

/** SkilledCounts asks how many of the staff hold each level, all levels in one row. */
export function SkilledCounts({ skilled, staffTotal, change }: { skilled: Skilled; staffTotal: number; change: (next: Skilled) => void }) {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const field = useField("/unit/skilled");
  const codes = reference.levels.map((level) => level.code);
  const sum = skilled.reduce((total, entry) => total + entry.count, 0);
  return (
    <fieldset className="app-levels" aria-describedby={`${field.id}-hint`}>
      <legend>{field.label}<span className="jx-field-optional">{t("optional")}</span></legend>
      <p id={`${field.id}-hint`} className="jx-field-hint">{field.hint}</p>
      {field.error && <FieldError>{field.error}</FieldError>}
      <div className="app-levels-row">
        {reference.levels.map(({ code, name }, i) => {
          const at = skilled.findIndex((entry) => entry.level === code);
          const id = i === 0 ? field.id : fieldId(`/unit/skilled/${code}`);
          return (
            <div key={code} className="app-level">
              <label htmlFor={id}>{name}</label>
              <TextInput
                id={id}
                inputMode="numeric"
                autoComplete="off"
                readOnly={field.readOnly}
                value={at < 0 ? "" : String(skilled[at]?.count ?? "")}
                onChange={(event) => change(withCount(skilled, code, digitsOf(event.target.value), codes))}
              />
            </div>
          );
        })}
      </div>
      {sum > 0 && <p className="app-sum" role="status">{staffTotal > 0 ? t("unit.skilledOf", { sum, total: staffTotal }) : t("unit.skilledSum", { sum })}</p>}
    </fieldset>
  );
}
