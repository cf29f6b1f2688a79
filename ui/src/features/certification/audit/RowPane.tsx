import type { Schemas } from "@/api/client";
import { Button, Icon, Tag } from "@/design";
import { useText } from "@/i18n";
import { Photo } from "./Photo";
import { RowFacts } from "./RowFacts";
import { RowVerdictForm } from "./RowVerdictForm";
import { isSettled, type AuditSheet } from "./sheet";

/** RowPane is one row under audit: what the system found, what was changed, the candidate with the photo, and the verdict. */
export function RowPane({ batch, row, sheet, readOnly, onSheet, onStep }: {
  batch: Schemas["Batch"];
  row: Schemas["Result"];
  sheet: AuditSheet;
  readOnly: boolean;
  onSheet: (next: AuditSheet) => void;
  onStep: (by: 1 | -1) => void;
}) {
  const t = useText("audit");
  return (
    <section id="audit-row" className="audit-pane" tabIndex={-1} aria-labelledby="row">
      <header className="audit-pane-head">
        <h2 id="row">{t("row.title", { no: row.no, name: row.content.name })}</h2>
        {row.sampled && <Tag state="expert" icon={null}>{t("row.inSample")}</Tag>}
        <span className="audit-steps">
          <Button kind="quiet" small icon="left" iconOnly onClick={() => onStep(-1)}>{t("key.previous")}</Button>
          <Button kind="quiet" small icon="right" iconOnly onClick={() => onStep(1)}>{t("key.next")}</Button>
        </span>
      </header>
      {row.findings.length > 0 && (
        <ul className="audit-findings" aria-label={t("findings.label")}>
          {row.findings.map((finding) => (
            <li key={finding.field + finding.code} data-level={finding.level}>
              <Icon name={finding.level === "wrong" ? "warning" : "info"} />
              <span><strong>{finding.name}</strong> {finding.message}<span className="audit-quiet">{finding.remedy}</span></span>
            </li>
          ))}
        </ul>
      )}
      <ChangesSince row={row} />
      <div className="audit-person">
        <Photo batchNo={batch.batchNo} row={row} />
        <RowFacts batchNo={batch.batchNo} row={row} />
      </div>
      {isSettled(row) && <p className="audit-settled">{t("row.settled", { verdict: t(`verdict.${row.verdict as "pass" | "fail"}`) })}</p>}
      <RowVerdictForm row={row} sheet={sheet} readOnly={readOnly} onSheet={onSheet} onNext={() => onStep(1)} />
    </section>
  );
}

/** ChangesSince lists what was mended since the row was handed in before, and why it had come back. */
function ChangesSince({ row }: { row: Schemas["Result"] }) {
  const t = useText("audit");
  if (row.changes.length === 0 && row.verdict !== "return") return null;
  return (
    <section className="audit-changes" aria-labelledby="changes">
      <h3 id="changes">{t("changes.title")}</h3>
      {row.reason && <p>{t("changes.asked", { reason: row.reason })}</p>}
      {row.changes.length === 0 && <p>{t("changes.none")}</p>}
      <dl>
        {row.changes.map((change) => (
          <div key={change.field}>
            <dt>{change.name}</dt>
            <dd><del>{change.before || t("changes.nothing")}</del><span aria-hidden="true"> → </span><ins>{change.after || t("changes.nothing")}</ins></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
