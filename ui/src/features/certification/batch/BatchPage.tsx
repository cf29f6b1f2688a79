import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { Loading, Steps, Tag } from "@/design";
import { useText } from "@/i18n";
import { AuditStep } from "./AuditStep";
import { CertificatesStep } from "./CertificatesStep";
import { PlanStep } from "./PlanStep";
import { batchQuery, type Batch } from "./queries";
import { RowsStep } from "./RowsStep";
import { Span } from "./Span";
import { mayShow, shownStep, stepsOf, tagOf, type StepCode } from "./steps";
import { SubmissionStep } from "./SubmissionStep";
import "./batch.css";

const route = getRouteApi("/desks/app/batches/$batchNo");

const panels: Record<StepCode, (props: { batch: Batch }) => React.ReactNode> = {
  plan: PlanStep, rows: RowsStep, submission: SubmissionStep, audit: AuditStep, certificates: CertificatesStep,
};

/** BatchPage is one batch from its plan to its certificates: 计划 → 名单与成绩 → 报送 → 市审核 → 证书. */
export function BatchPage() {
  const { batchNo } = route.useParams();
  return <OneBatch key={batchNo} batchNo={batchNo} />;
}

function OneBatch({ batchNo }: { batchNo: string }) {
  const t = useText("batch");
  const search = route.useSearch();
  const { data: batch } = useSuspenseQuery(batchQuery(batchNo));
  const step = shownStep(batch, search.step);
  const Panel = panels[step];
  return (
    <div className="batch">
      <title>{t("title", { name: batch.occupationName, level: batch.levelName })}</title>
      <header className="batch-head">
        <p className="batch-crumb"><Link to="/app/batches">{t("crumb")}</Link></p>
        <div className="batch-name">
          <h1>{batch.occupationName}{batch.workType && <> · {batch.workType}</>} · {batch.levelName}</h1>
          <Tag state={tagOf(batch.state)}>{batch.stateName}</Tag>
        </div>
        <p className="batch-facts">
          <span>{t("fact.no")} <span className="number">{batch.batchNo}</span></span>
          <span>{batch.wayName}</span>
          <span><Span from={batch.plan.from} to={batch.plan.to} /></span>
          {batch.plan.place && <span>{batch.plan.place}</span>}
        </p>
      </header>
      <Steps
        label={t("steps")}
        items={stepsOf(batch).map(({ code, state }) => ({
          state,
          name: mayShow(batch, code) ? <Link className="batch-step" to="/app/batches/$batchNo" params={{ batchNo }} search={{ step: code }} replace data-shown={code === step || undefined}>{t(`step.${code}`)}</Link> : t(`step.${code}`),
          detail: <StepDetail batch={batch} code={code} />,
        }))}
      />
      <section className="batch-panel" aria-label={t(`step.${step}`)}>
        <Suspense fallback={<Loading shape="block" />}><Panel batch={batch} /></Suspense>
      </section>
    </div>
  );
}

function StepDetail({ batch, code }: { batch: Batch; code: StepCode }) {
  const t = useText("batch");
  switch (code) {
    case "rows":
      if (batch.wrong > 0) return <>{t("detail.wrong", { n: batch.wrong })}</>;
      return batch.rows > 0 ? <>{t("people", { n: batch.rows })}</> : null;
    case "submission":
      return batch.round > 1 ? <>{t("detail.round", { n: batch.round })}</> : null;
    case "audit":
      if (batch.state === "draft" || batch.state === "audit" || batch.state === "withdrawn") return null;
      return <>{batch.state === "correction" ? t("detail.returned", { n: batch.returned }) : t("detail.passed", { n: batch.passed })}</>;
    case "certificates":
      return batch.issued > 0 ? <>{t("detail.issued", { n: batch.issued })}</> : null;
    default:
      return null;
  }
}
