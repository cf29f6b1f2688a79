import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { Choice, Field, LinkButton, TextArea } from "@/design";
import { momentOf, useText } from "@/i18n";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { statementsQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { monthOfCase } from "./month";
import { MonthName } from "./MonthName";
import { reportSaid, summaryHref, summaryQuery } from "./queries";
import "./month.css";

interface CheckDraft {
  verdict: "accept" | "return";
  sheet: { reason: string };
}

const empty: CheckDraft = { verdict: "accept", sheet: { reason: "" } };

/** SummaryCheckPanel is the authority's check of a reported month (汇总审核): taken in for the roll-up, or given back with the reason. */
export function SummaryCheckPanel({ view, deciding }: PanelProps) {
  const t = useText("month");
  const { task } = view;
  const { filingNo, month } = monthOfCase(task.caseNo);
  const { data: summary } = useSuspenseQuery(summaryQuery(task.caseNo, false));
  const { data: statements } = useSuspenseQuery(statementsQuery(task.caseNo));
  const said = reportSaid(statements.items);
  const draft = useSheet<CheckDraft>(view, empty);
  const { verdict, sheet } = draft.value;
  const back = verdict === "return";
  const action: Action = {
    verdict,
    label: t(`check.go.${verdict}`),
    why: back && sheet.reason.trim() === "" ? [t("check.why.reason")] : [],
    wish: () => ({ verdict, sheet: { reason: back ? sheet.reason.trim() : "" } as unknown as Schemas["AnySheet"] }),
  };
  return (
    <div className="month month-task" data-density="officer">
      <DecideProblem view={view} deciding={deciding} mine={sheet.reason} labelOf={() => t("check.reason")} />
      <section className="month-sheet" aria-labelledby="month-what">
        <h2 id="month-what">{task.enterpriseName} · <MonthName month={month} /></h2>
        <p className="month-count">{summary && summary.rows > 0 ? t("report.rows", { n: summary.rows }) : t("report.nil")}</p>
        <dl className="month-list">
          <div><dt>{t("check.filingNo")}</dt><dd className="number">{filingNo}</dd></div>
          {summary?.reportedAt && <div><dt>{t("column.reportedAt")}</dt><dd>{momentOf(summary.reportedAt)}</dd></div>}
          {said && <div><dt>{t("field.filler")}</dt><dd>{said.filler}</dd></div>}
          {said && <div><dt>{t("field.checker")}</dt><dd>{said.checker}</dd></div>}
          {said?.note && <div><dt>{t("field.note")}</dt><dd>{said.note}</dd></div>}
        </dl>
        <LinkButton icon="download" href={summaryHref({ filingNo, month })} download>{t("download.summary")}</LinkButton>
        <p className="month-hint">{t("download.recorded")}</p>
      </section>
      <section className="month-sheet" aria-label={t("check.verdict")}>
        <Choice<CheckDraft["verdict"]>
          legend={t("check.verdict")}
          inline
          options={view.verdicts.flatMap(({ code, name }) => (code === "accept" || code === "return" ? [{ value: code, label: name }] : []))}
          value={verdict}
          onChange={(value) => draft.change((before) => ({ ...before, verdict: value }))}
        />
        {back && (
          <Field id={fieldId("/sheet/reason")} label={t("check.reason")} hint={t("check.reasonHint")} error={wordsAt(deciding.problem?.fields ?? [], "/sheet/reason")} required>
            {(wiring) => <TextArea {...wiring} rows={3} maxLength={2000} value={sheet.reason} onChange={(event) => draft.change((before) => ({ ...before, sheet: { reason: event.target.value } }))} />}
          </Field>
        )}
      </section>
      <DecideBar view={view} draft={draft} deciding={deciding} actions={[action]} />
    </div>
  );
}
