import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { useSession } from "@/api/session";
import { Check, Field, Icon, LinkButton, TextArea, TextInput } from "@/design";
import { useText } from "@/i18n";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { statementsQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { monthOfCase } from "./month";
import { lastReportQuery, reportSaid, summaryHref, summaryQuery, type SummarySheet } from "./queries";
import { MonthName } from "./MonthName";
import { reportGaps } from "./report";
import "./month.css";

interface SummaryDraft {
  sheet: SummarySheet;
}

/** SummaryPanel reports a month (月度汇总, 附件7): its rows are there already; a month without any is reported with one press. */
export function SummaryPanel({ view, deciding }: PanelProps) {
  const t = useText("month");
  const session = useSession();
  const { caseNo } = view.task;
  const { filingNo, month } = monthOfCase(caseNo);
  const { data: summary } = useSuspenseQuery(summaryQuery(caseNo, true));
  const { data: said } = useSuspenseQuery(statementsQuery(caseNo));
  const { data: before } = useSuspenseQuery(lastReportQuery(caseNo));
  const mine = reportSaid(said.items) ?? before;
  const draft = useSheet<SummaryDraft>(view, { sheet: { filler: session?.user.name ?? mine?.filler ?? "", checker: mine?.checker ?? "", confirmed: false, note: "" } });
  const { sheet } = draft.value;
  const put = (part: Partial<SummarySheet>) => draft.change((old) => ({ ...old, sheet: { ...old.sheet, ...part } }));
  const problems = deciding.problem?.fields ?? [];
  const rows = summary?.rows ?? 0;
  const nil = rows === 0;
  const returned = said.items.filter((one) => one.stage === "summaryCheck" && one.verdict === "return").at(-1)?.content.sheet as { reason?: string } | undefined;
  const why = reportGaps(sheet, nil).map((gap) => t(`why.${gap}`));
  return (
    <div className="month month-task">
      {returned?.reason && <p className="month-returned"><Icon name="swap" /><span>{t("report.returned", { reason: returned.reason })}</span></p>}
      <DecideProblem view={view} deciding={deciding} mine={sheet.note} labelOf={(pointer) => t.of(`field.${pointer.split("/").at(-1) ?? ""}`, "")} />
      <section className="month-sheet" aria-labelledby="month-what">
        <h2 id="month-what"><MonthName month={month} /></h2>
        <p className="month-count">{nil ? t("report.nil") : t("report.rows", { n: rows })}</p>
        <p className="month-hint">{t(nil ? "report.nilHint" : "report.rowsHint")}</p>
        {!nil && <LinkButton icon="download" href={summaryHref({ filingNo, month })} download>{t("report.look")}</LinkButton>}
      </section>
      <section className="month-sheet" aria-label={t("report.who")}>
        <div className="month-pair">
          <Field id={fieldId("/sheet/filler")} label={t("field.filler")} error={wordsAt(problems, "/sheet/filler")} required>
            {(wiring) => <TextInput {...wiring} value={sheet.filler} maxLength={200} onChange={(event) => put({ filler: event.target.value })} />}
          </Field>
          <Field id={fieldId("/sheet/checker")} label={t("field.checker")} hint={before ? t("report.asBefore") : undefined} error={wordsAt(problems, "/sheet/checker")} required>
            {(wiring) => <TextInput {...wiring} value={sheet.checker} maxLength={200} onChange={(event) => put({ checker: event.target.value })} />}
          </Field>
        </div>
        <Field id={fieldId("/sheet/note")} label={t("field.note")} error={wordsAt(problems, "/sheet/note")} optional>
          {(wiring) => <TextArea {...wiring} rows={2} maxLength={2000} value={sheet.note} onChange={(event) => put({ note: event.target.value })} />}
        </Field>
        {!nil && <Check id={fieldId("/sheet/confirmed")} label={t("report.confirm", { n: rows })} checked={sheet.confirmed} onChange={(confirmed) => put({ confirmed })} error={wordsAt(problems, "/sheet/confirmed")} />}
      </section>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[{
          verdict: "report",
          label: nil ? t("report.goNil") : t("report.go", { n: rows }),
          why,
          wish: () => ({ verdict: "report", sheet: { ...sheet, confirmed: nil || sheet.confirmed } as unknown as Schemas["AnySheet"] }),
        }]}
      />
    </div>
  );
}
