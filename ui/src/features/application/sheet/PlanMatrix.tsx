import { classes } from "@/design";
import { useText } from "@/i18n";
import type { Content } from "../section";
import { useSheetContext } from "./context";
import { Fact, FactValue } from "./Fact";

type Numbers = Content["plan"]["numbers"];

/** PlanMatrix shows the planned numbers as occupations by levels. */
export function PlanMatrix({ numbers }: { numbers: Numbers }) {
  const t = useText("application");
  const { words, marks, reference } = useSheetContext();
  if (numbers.length === 0) return <dl className="sheet-facts"><Fact at="/plan/numbers" value={undefined} /></dl>;
  const levels = reference.levels.filter((level) => numbers.some((n) => n.level === level.code));
  const keyOf = (n: Numbers[number]) => `${n.code} ${n.workType}`;
  const rows = [...new Map(numbers.map((n) => [keyOf(n), n])).values()];
  const total = numbers.reduce((sum, n) => sum + n.people, 0);
  return (
    <table className="sheet-table sheet-matrix">
      <caption>{t("sheet.planned", { n: total })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("plan.occupation")}</th>
          {levels.map((level) => <th key={level.code} scope="col">{level.name}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{words.value("/plan/numbers/0/code", row.code)}{row.workType && `（${row.workType}）`}</th>
            {levels.map((level) => {
              const i = numbers.findIndex((n) => keyOf(n) === keyOf(row) && n.level === level.code);
              const at = `/plan/numbers/${i}`;
              return (
                <td key={level.code} data-label={level.name} className={classes(i >= 0 && marks.added(at) && "sheet-new")}>
                  {i >= 0 ? <FactValue at={`${at}/people`} value={numbers[i]?.people} /> : <span className="sheet-blank">—</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
