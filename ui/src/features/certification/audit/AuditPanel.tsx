import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Loading, ProblemNotice, useHotkeys, type Reason } from "@/design";
import { useText } from "@/i18n";
import { ActSteps } from "@/features/act/ActSteps";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { Wish } from "@/features/task/decide";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { BatchFacts } from "../BatchFacts";
import { batchQuery } from "../batch/queries";
import { Conclusion } from "./Conclusion";
import { EvidencePane } from "./EvidencePane";
import { RowList } from "./RowList";
import { RowPane } from "./RowPane";
import { SampleNote } from "./SampleNote";
import { bulkRows, decide, emptyAudit, gapsOf, look, passAll, tallyOf, verdictOf, wishOf, type AuditSheet, type Gap } from "./sheet";
import { useRows } from "./useRows";
import "./audit.css";

/** How many reasons the bar lists one by one. */
const listed = 8;

/** AuditPanel is the audit of a batch (结果审核): what the system found first, then the random sample, then the rest; the verdict follows from the rows. */
export function AuditPanel({ view, deciding }: PanelProps) {
  const t = useText("audit");
  const { task } = view;
  const { data: batch } = useSuspenseQuery(batchQuery(task.caseNo));
  const draft = useSheet<AuditSheet>(view, emptyAudit);
  const sheet = draft.value;
  const [withRest, setWithRest] = useState(false);
  const rows = useRows(task.caseNo, withRest);
  const [at, setAt] = useState<number>();
  const shown = useMemo(() => [...rows.attention, ...rows.rest], [rows.attention, rows.rest]);
  const current = shown.find((row) => row.no === at) ?? shown[0];
  const gaps = gapsOf(sheet, rows.attention);
  const tally = tallyOf(sheet, rows.attention, batch.rows);
  const verdict = verdictOf(tally);
  const verdictName = view.verdicts.find((option) => option.code === verdict)?.name ?? verdict;
  const step = (by: 1 | -1) => {
    const next = shown[shown.findIndex((row) => row.no === current?.no) + by];
    if (next) setAt(next.no);
  };
  useEffect(() => {
    document.getElementById(`audit-row-${current?.no ?? 0}`)?.scrollIntoView({ block: "nearest" });
  }, [current?.no]);
  const mark = (code: "pass" | "return" | "fail") => current && view.mayDecide && draft.change(decide(sheet, current.no, code));
  useHotkeys({
    j: { run: () => step(1), label: t("key.next") },
    k: { run: () => step(-1), label: t("key.previous") },
    1: { run: () => mark("pass"), label: t("verdict.pass") },
    2: { run: () => mark("return"), label: t("verdict.return") },
    3: { run: () => mark("fail"), label: t("verdict.fail") },
    v: { run: () => current?.sampled && view.mayDecide && draft.change(look(sheet, current.no, !sheet.looked.includes(current.no))), label: t("look.label") },
  });
  const go = (no: number) => {
    setAt(no);
    document.getElementById("audit-row")?.focus();
  };
  const reasons: Reason[] = gaps.slice(0, listed).map((gap) => ({ text: sayGap(gap, t), onGo: () => go(gap.no) }));
  if (gaps.length > listed) reasons.push({ text: t("gap.more", { n: gaps.length - listed }) });
  if (!rows.complete) reasons.unshift({ text: t("gap.reading") });
  const action: Action = {
    verdict,
    label: t("decide.go", { verdict: verdictName }),
    kind: verdict === "fail" ? "danger" : "primary",
    why: reasons,
    wish: () => ({ verdict, sheet: wishOf(sheet, rows.attention) as unknown as Wish["sheet"] }),
    confirm: {
      title: t("decide.confirm", { verdict: verdictName }),
      body: <p>{t(`decide.effect.${verdict}`, { ...tally })}</p>,
    },
  };
  return (
    <div className="audit" data-density="officer">
      <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />
      <BatchFacts batch={batch} />
      <SampleNote batch={batch} count={rows.attention.filter((row) => row.sampled).length} complete={rows.complete} />
      <DecideProblem view={view} deciding={deciding} mine={sheet.note} labelOf={() => t("rows.title")} />
      {rows.problem && <ProblemNotice problem={rows.problem} onRetry={rows.retry} />}
      {rows.loading ? <Loading shape="rows" /> : (
        <div className="audit-desk">
          <RowList rows={rows} sheet={sheet} current={current?.no} total={batch.rows} bulk={bulkRows(sheet, rows.attention)} readOnly={!view.mayDecide} withRest={withRest} onRest={() => setWithRest(true)} onPick={setAt} onBulk={(numbers) => draft.change(passAll(sheet, numbers))} />
          {current && <RowPane key={current.no} batch={batch} row={current} sheet={sheet} readOnly={!view.mayDecide} onSheet={draft.change} onStep={step} />}
          <EvidencePane batch={batch} row={current} />
        </div>
      )}
      <Conclusion tally={tally} name={gaps.some((gap) => gap.kind === "undecided") ? "" : verdictName} verdict={verdict} note={sheet.note} readOnly={!view.mayDecide} onNote={(note) => draft.change({ ...sheet, note })} />
      <DecideBar view={view} draft={draft} deciding={deciding} actions={[action]} left={<span className="audit-progress">{t("progress", { open: tally.open, gaps: gaps.length })}</span>} />
    </div>
  );
}

function sayGap({ no, kind }: Gap, t: ReturnType<typeof useText<"audit">>): string {
  return t(`gap.${kind}`, { no });
}
