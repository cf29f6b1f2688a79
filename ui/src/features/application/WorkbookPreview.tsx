import { useState } from "react";
import { Button, Check, classes, Icon } from "@/design";
import { useText } from "@/i18n";
import { placeOf, sheetOfFaults, type BookRow, type CellFault } from "./workbook";

const first = 50;

/** WorkbookFaults lists what is wrong in a workbook: sheet, row, column, what stands there, the rule. The list can be taken along to mend it. */
export function WorkbookFaults({ faults, name }: { faults: readonly CellFault[]; name: string }) {
  const t = useText("application");
  if (faults.length === 0) return null;
  const heads = (["line", "column", "name", "value", "rule"] as const).map((key) => t(`staff.fault.column.${key}`));
  const save = () => {
    const address = URL.createObjectURL(new Blob([sheetOfFaults(faults, heads)], { type: "text/tab-separated-values" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = t("staff.fault.fileName", { name: name.replace(/\.xlsx$/i, "") });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="staff-faults">
      <div className="staff-faults-head">
        <h3>{t("staff.fault.title", { n: faults.length })}</h3>
        <Button kind="quiet" small icon="download" onClick={save}>{t("staff.fault.save")}</Button>
      </div>
      <div className="staff-scroll" tabIndex={0} role="region" aria-label={t("staff.fault.title", { n: faults.length })}>
        <table className="staff-table">
          <thead><tr>{(["cell", "name", "value", "rule"] as const).map((key) => <th scope="col" key={key}>{t(`staff.fault.column.${key}`)}</th>)}</tr></thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr key={i}>
                <td className="number">{fault.column ? placeOf(fault) : t("staff.fault.line", { n: fault.line })}</td>
                <td>{fault.name}</td>
                <td className="staff-value">{fault.value || t("staff.fault.blankValue")}</td>
                <td className="staff-rule"><Icon name="warning" /> {fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** WorkbookRows shows every row that was read, marked where something stands against it. */
export function WorkbookRows({ rows, masked }: { rows: readonly BookRow[]; masked: (number: string) => string }) {
  const t = useText("application");
  const [only, setOnly] = useState(false);
  const [all, setAll] = useState(false);
  const some = rows.some((row) => row.problems.length > 0);
  const wanted = only ? rows.filter((row) => row.problems.length > 0) : rows;
  const shown = all ? wanted : wanted.slice(0, first);
  if (rows.length === 0) return null;
  return (
    <div className="staff-faults">
      <div className="staff-faults-head">
        <h3>{t("staff.preview")}</h3>
        {some && <Check label={t("staff.preview.only")} checked={only} onChange={setOnly} />}
      </div>
      <div className="staff-scroll" tabIndex={0} role="region" aria-label={t("staff.preview")}>
        <table className="staff-table">
          <thead>
            <tr>
              <th scope="col">{t("staff.fault.column.line")}</th>
              {(["kind", "name", "idNumber", "occupation", "level", "cardNo", "employment"] as const).map((field) => <th scope="col" key={field}>{t(`staff.field.${field}`)}</th>)}
              <th scope="col">{t("staff.preview.stand")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one, i) => <PreviewRow key={i} one={one} number={masked(one.content.idNumber ?? "")} />)}
          </tbody>
        </table>
      </div>
      {wanted.length > shown.length && <Button kind="quiet" onClick={() => setAll(true)}>{t("staff.preview.all", { n: wanted.length })}</Button>}
    </div>
  );
}

function PreviewRow({ one, number }: { one: BookRow; number: string }) {
  const t = useText("application");
  const { content: row, line, problems } = one;
  const wrong = problems.length > 0;
  return (
    <tr className={classes(wrong && "staff-row-wrong")}>
      <td className="number">{line}</td>
      <td>{t(`staff.kind.${row.kind}`)}</td>
      <th scope="row">{row.name || "—"}</th>
      <td className="number">{number || "—"}</td>
      <td>{row.occupation || "—"}</td>
      <td>{row.level ? t.of(`occ.level.${row.level}`, row.level) : "—"}</td>
      <td>{row.cardNo || "—"}</td>
      <td>{row.employment ? t(`staff.employment.${row.employment}`) : "—"}</td>
      <td>{wrong ? <span className="staff-wrong"><Icon name="warning" />{t("staff.preview.places", { n: problems.length })}</span> : <span className="staff-good"><Icon name="check" />{t("staff.preview.fine")}</span>}</td>
    </tr>
  );
}
