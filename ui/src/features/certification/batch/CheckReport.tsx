import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Icon, ProblemNotice, QueueTable, Tabs, type Column } from "@/design";
import { useText } from "@/i18n";
import { cellOf, findingsIn, leftOut, type CellFinding, type Checked } from "./check";
import { saveAnswer } from "./download";

/** CheckReport says how a workbook stands: counts, every cell that has something wrong with its reason and remedy, and the marked workbook to take along. */
export function CheckReport({ batchNo, checked, files }: { batchNo: string; checked: Checked; files: Schemas["ResultFiles"] }) {
  const t = useText("batch");
  const all = findingsIn(checked);
  const wrong = all.filter((one) => one.level === "wrong");
  const [shown, setShown] = useState<"wrong" | "warn">(wrong.length > 0 || all.length === 0 ? "wrong" : "warn");
  const rows = all.filter((one) => one.level === shown);
  const more = leftOut(checked);
  const marked = useMutation({ mutationFn: () => saveAnswer(`/api/batches/${encodeURIComponent(batchNo)}/results/marked`, files) });
  return (
    <section className="batch-check" aria-label={t("check")}>
      <p className="batch-stands" role="status">
        <strong>{t("check.rows", { n: checked.rows })}</strong>
        <span className="batch-good"><Icon name="check" />{t("check.good", { n: checked.good })}</span>
        <span className="batch-warn"><Icon name="info" />{t("check.warn", { n: checked.warned })}</span>
        <span className="batch-wrong"><Icon name="warning" />{t("check.wrong", { n: checked.wrong })}</span>
        <span>{t("check.photos", { n: checked.photos })}</span>
      </p>
      {all.length > 0 && (
        <>
          <div className="batch-check-head">
            <Tabs label={t("check.which")} current={shown} onPick={setShown} panelOf={() => "check-findings"} items={[{ key: "wrong", label: t("check.wrongPlaces"), count: wrong.length, urgent: wrong.length > 0 }, { key: "warn", label: t("check.warnPlaces"), count: all.length - wrong.length }]} />
            <Button icon="download" busy={marked.isPending} onClick={() => marked.mutate()}>{t("check.marked")}</Button>
          </div>
          {marked.error && <ProblemNotice problem={problemOf(marked.error)} onRetry={() => marked.mutate()} />}
          {wrong.length > 0 && <p className="batch-hint">{t("check.markedHint")}</p>}
          <div id="check-findings" role="tabpanel" tabIndex={0} className="batch-findings" aria-label={t(shown === "wrong" ? "check.wrongPlaces" : "check.warnPlaces")}>
            <QueueTable caption={t("check")} columns={useColumns()} rows={rows} rowKey={(row) => `${row.line}/${row.field}/${row.code}`} empty={<p className="batch-hint">{t(shown === "wrong" ? "check.noneWrong" : "check.noneWarn")}</p>} />
          </div>
          {more > 0 && <p className="batch-note">{t("check.more", { n: more })}</p>}
        </>
      )}
    </section>
  );
}

function useColumns(): Column<CellFinding>[] {
  const t = useText("batch");
  return [
    { key: "cell", title: t("check.column.cell"), width: "5.5rem", main: true, cell: (row) => <span className="number">{cellOf(row) ?? t("check.whole")}</span> },
    { key: "person", title: t("check.column.person"), width: "6rem", cell: (row) => row.person || "—" },
    { key: "name", title: t("check.column.name"), width: "8rem", cell: (row) => row.name },
    { key: "value", title: t("check.column.value"), width: "9rem", cell: (row) => <span className="batch-value">{row.value || t("check.blank")}</span> },
    { key: "reason", title: t("check.column.reason"), cell: (row) => <span className={row.level === "wrong" ? "batch-wrong" : "batch-warn"}><Icon name={row.level === "wrong" ? "warning" : "info"} /><span>{row.message}</span></span> },
    { key: "remedy", title: t("check.column.remedy"), cell: (row) => row.remedy },
  ];
}
