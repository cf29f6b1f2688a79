import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, FieldError, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { referenceQuery } from "@/features/task/queries";
import { digitsOf, Part } from "./fields";
import { indexOf, planRows, strays, withoutStrays, withPeople, type PlanRow } from "./planNumbers";
import type { Content, Gaps } from "./section";

type Numbers = Content["plan"]["numbers"];

interface PlanNumbersProps {
  applicationId: string;
  numbers: Numbers;
  rows: Content["occupations"]["rows"];
  change: (numbers: Numbers) => void;
  readOnly: boolean;
  gaps: Gaps;
}

/** PlanNumbers asks how many people are to be certified in the first year, by occupation and level. */
export function PlanNumbers({ applicationId, numbers, rows, change, readOnly, gaps }: PlanNumbersProps) {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const table = planRows(rows);
  const used = reference.levels.filter((level) => table.some((row) => row.levels.includes(level.code)));
  const stray = strays(numbers, table);
  const total = numbers.reduce((sum, n) => sum + n.people, 0);
  const error = gaps.at("/plan/numbers");
  const link = <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section: "occupations" }}>{t("section.occupations")}</Link>;
  return (
    <Part wide title={t("plan.numbers")} lead={t("plan.numbersLead")}>
      {error && <FieldError id={`${fieldId("/plan/numbers")}-error`}>{error}</FieldError>}
      {table.length === 0 || used.length === 0 ? (
        <p className="app-note" id={fieldId("/plan/numbers")} tabIndex={-1}>{t.rich("plan.noOccupations", { link })}</p>
      ) : (
        <div className="app-scroll">
          <table className="app-matrix" aria-describedby={error ? `${fieldId("/plan/numbers")}-error` : undefined}>
            <caption className="visually-hidden">{t("plan.numbers")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("plan.occupation")}</th>
                {used.map((level) => <th key={level.code} scope="col">{level.name}</th>)}
              </tr>
            </thead>
            <tbody>
              {table.map((row, r) => (
                <tr key={`${row.code} ${row.workType}`}>
                  <th scope="row">{row.name}<span className="app-code">{row.code}</span></th>
                  {used.map((level, c) => (
                    <td key={level.code} data-label={level.name}>
                      {row.levels.includes(level.code) ? (
                        <Cell row={row} level={level} numbers={numbers} change={change} readOnly={readOnly} gaps={gaps} first={r === 0 && c === 0} />
                      ) : (
                        <span className="app-no" aria-label={t("plan.notApplied")}>—</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > 0 && <p className="app-sum" role="status">{t("plan.total", { n: total })}</p>}
      {stray.length > 0 && (
        <div className="app-note app-note-wrong" id={fieldId(`/plan/numbers/${numbers.indexOf(stray[0]!)}/code`)} tabIndex={-1}>
          <p>{t("plan.strays", { names: stray.map((n) => `${n.code} ${reference.levels.find((l) => l.code === n.level)?.name ?? n.level} ${n.people}`).join("、") })}</p>
          {!readOnly && <Button onClick={() => change(withoutStrays(numbers, table))}>{t("plan.dropStrays")}</Button>}
        </div>
      )}
    </Part>
  );
}

interface CellProps extends Pick<PlanNumbersProps, "numbers" | "change" | "readOnly" | "gaps"> {
  row: PlanRow;
  level: { code: string; name: string };
  first: boolean;
}

function Cell({ row, level, numbers, change, readOnly, gaps, first }: CellProps) {
  const t = useText("application");
  const at = indexOf(numbers, row, level.code);
  const error = at >= 0 ? gaps.at(`/plan/numbers/${at}/people`) : undefined;
  const people = numbers[at]?.people ?? 0;
  const id = first ? fieldId("/plan/numbers") : at >= 0 ? fieldId(`/plan/numbers/${at}/people`) : undefined;
  return (
    <TextInput
      id={id}
      inputMode="numeric"
      autoComplete="off"
      aria-label={t("plan.cell", { name: row.name, level: level.name })}
      aria-invalid={error ? true : undefined}
      title={error}
      readOnly={readOnly}
      value={people === 0 ? "" : String(people)}
      onChange={(event) => change(withPeople(numbers, row, level.code, digitsOf(event.target.value)))}
    />
  );
}
