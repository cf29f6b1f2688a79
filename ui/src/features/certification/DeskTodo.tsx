import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answer, api } from "@/api/client";
import { Tag } from "@/design";
import { useText } from "@/i18n";
import { summaryStand, summaryTag } from "./month/month";
import { MonthName } from "./month/MonthName";
import { OpenTask } from "./OpenTask";
import type { Batch } from "./batch/queries";
import { tagOf } from "./batch/steps";

const most = 20;
const waiting = ["correction", "issue"] as const;

/** DeskTodo is what a filed enterprise has to do with its batches and months: rows to mend, certificates to issue, months to report. */
export function DeskTodo() {
  const t = useText("batch");
  const words = useText("month");
  const batches = useQueries({
    queries: waiting.map((state) => ({ queryKey: ["cases", "batches", "desk", state], queryFn: () => answer(api.GET("/api/batches", { params: { query: { state, limit: most } } })) })),
    combine: (results) => results.flatMap((result): Batch[] => result.data?.items ?? []),
  });
  const months = useQuery({ queryKey: ["cases", "summaries", "desk"], queryFn: () => answer(api.GET("/api/summaries", { params: { query: { limit: most } } })) }).data?.items.filter((row) => summaryStand(row) === "open") ?? [];
  if (batches.length + months.length === 0) return null;
  return (
    <section className="desk-block" aria-labelledby="desk-certification">
      <h2 id="desk-certification">{t("desk")}<span className="desk-count">{batches.length + months.length}</span></h2>
      <div className="desk-cards">
        {batches.map((one) => (
          <article key={one.batchNo} className="desk-card desk-card-mine">
            <header className="desk-card-head">
              <Tag state={tagOf(one.state)}>{one.stateName}</Tag>
              <h3>{one.occupationName} · {one.levelName}</h3>
              <span className="desk-no number">{one.batchNo}</span>
            </header>
            <p>{one.state === "correction" ? t("returned.lead", { n: one.returned }) : t("issue.lead", { n: one.passed })}</p>
            <div className="desk-card-act">
              <OpenTask kind="primary" caseNo={one.batchNo} stage={one.state}>{t(one.state === "correction" ? "next.correction" : "next.issue")}</OpenTask>
              <Link to="/app/batches/$batchNo" params={{ batchNo: one.batchNo }}>{t("desk.batch")}</Link>
            </div>
          </article>
        ))}
        {months.map((one) => (
          <article key={one.caseNo} className="desk-card desk-card-mine">
            <header className="desk-card-head">
              <Tag state={summaryTag("open")}>{words("stand.open")}</Tag>
              <h3><MonthName month={one.month} /></h3>
            </header>
            <p>{one.rows > 0 ? words("report.rows", { n: one.rows }) : words("report.nil")}</p>
            <div className="desk-card-act">
              <OpenTask kind="primary" caseNo={one.caseNo} stage="summary">{words(one.rows > 0 ? "go.report" : "go.nil")}</OpenTask>
              <Link to="/app/months">{words("desk.all")}</Link>
            </div>
          </article>
        ))}
      </div>
    </section>
  );
}
