import type { Schemas } from "@/api/client";
import { Button, Icon, type IconName } from "@/design";
import { useText } from "@/i18n";
import { bulkRows, decisionOf, groupOf, isAsked, type AuditSheet, type Group, type RowCode } from "./sheet";
import type { Rows } from "./useRows";

type Result = Schemas["Result"];

const marks: Record<RowCode, IconName> = { pass: "check", return: "triangle", fail: "cross" };

/** RowList lists the rows by why they are looked at, with their verdicts; the others come in pages when they are asked for. */
export function RowList({ rows, sheet, current, total, bulk, readOnly, withRest, onRest, onPick, onBulk }: {
  rows: Rows;
  sheet: AuditSheet;
  current: number | undefined;
  total: number;
  bulk: ReturnType<typeof bulkRows>;
  readOnly: boolean;
  withRest: boolean;
  onRest: () => void;
  onPick: (no: number) => void;
  onBulk: (numbers: number[]) => void;
}) {
  const t = useText("audit");
  const { attention, rest } = rows;
  const others = total - attention.length;
  return (
    <nav className="audit-list" aria-labelledby="audit-rows">
      <h2 id="audit-rows" className="visually-hidden">{t("rows.title")}</h2>
      {attention.length === 0 && <p className="audit-quiet">{t("rows.none")}</p>}
      {(["flagged", "sampled", "back"] as const).map((group) => {
        const own = attention.filter((row) => groupOf(row) === group);
        if (own.length === 0) return null;
        const open = own.filter((row) => decisionOf(sheet, row) === "").length;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{t(`group.${group}`)}<span className="number">{t("group.count", { open, n: own.length })}</span></h3>
            <Entries rows={own} sheet={sheet} current={current} onPick={onPick} />
          </section>
        );
      })}
      {!readOnly && attention.some(isAsked) && (
        <div className="audit-bulk">
          <Button small icon="check" why={bulk.length > 0 ? [] : [t("bulk.none")]} onClick={() => onBulk(bulk)}>{t("bulk.go", { n: bulk.length })}</Button>
          <p className="audit-quiet">{t("bulk.rule")}</p>
        </div>
      )}
      {others > 0 && rows.complete && (
        <section aria-labelledby="group-rest">
          <h3 id="group-rest">{t("group.rest")}<span className="number">{t("group.all", { n: others })}</span></h3>
          <p className="audit-quiet">{t("rest.pass")}</p>
          <Entries rows={rest} sheet={sheet} current={current} onPick={onPick} />
          {!withRest && <Button small icon="down" onClick={onRest}>{t("rest.open")}</Button>}
          {withRest && rows.more && <Button small icon="down" busy={rows.busy} onClick={rows.more}>{t("rest.more")}</Button>}
        </section>
      )}
    </nav>
  );
}

function Entries({ rows, sheet, current, onPick }: { rows: readonly Result[]; sheet: AuditSheet; current: number | undefined; onPick: (no: number) => void }) {
  return (
    <ol className="audit-entries">
      {rows.map((row) => <Entry key={row.no} row={row} sheet={sheet} here={row.no === current} onPick={onPick} />)}
    </ol>
  );
}

function Entry({ row, sheet, here, onPick }: { row: Result; sheet: AuditSheet; here: boolean; onPick: (no: number) => void }) {
  const t = useText("audit");
  const decision = decisionOf(sheet, row);
  const group: Group = groupOf(row);
  return (
    <li>
      <button type="button" id={`audit-row-${row.no}`} className="audit-entry" aria-current={here || undefined} data-decision={decision} onClick={() => onPick(row.no)}>
        <span className="audit-no number">{row.no}</span>
        <span className="audit-name">{row.content.name}</span>
        <span className="audit-why">
          {row.flags > 0 && <span className="audit-flags"><Icon name="warning" />{t("row.flags", { n: row.flags })}</span>}
          {row.sampled && <span>{t(sheet.looked.includes(row.no) ? "row.looked" : "row.sampled")}</span>}
          {row.changes.length > 0 && <span>{t("row.changed")}</span>}
        </span>
        <span className="audit-decision">
          {decision === "" ? t("verdict.none") : <><Icon name={marks[decision]} />{group === "rest" && decision === "pass" ? t("verdict.byRule") : t(`verdict.${decision}`)}</>}
        </span>
      </button>
    </li>
  );
}
