import type { Schemas } from "@/api/client";
import { dayOf, useText } from "@/i18n";
import "./batch-cover.css";

/** BatchFacts is the head of a batch for whoever judges it: who evaluated what, how, where and when, with whom, and the counts. */
export function BatchFacts({ batch }: { batch: Schemas["Batch"] }) {
  const t = useText("audit");
  const { plan } = batch;
  const span = plan.from && plan.to ? (plan.from === plan.to ? dayOf(plan.from) : t("head.span", { from: dayOf(plan.from), to: dayOf(plan.to) })) : t("field.empty");
  const work = batch.workType && batch.workType !== "--" ? t("head.workType", { name: batch.occupationName, workType: batch.workType }) : batch.occupationName;
  const facts: [string, string, boolean?][] = [
    [t("head.body"), batch.enterpriseName],
    [t("head.filingNo"), batch.filingNo, true],
    [t("head.batchNo"), batch.batchNo, true],
    [t("head.occupation"), t("head.at", { occupation: work, level: batch.levelName })],
    [t("head.way"), batch.wayName],
    [t("head.when"), span],
    [t("head.place"), plan.place],
    [t("head.assessors"), plan.assessors.map((one) => t(one.lead ? "head.lead" : "head.assessor", { name: one.name, card: one.card })).join(t("head.and"))],
  ];
  const counts = (["rows", "flagged", "passed", "returned", "failed"] as const).filter((key) => key === "rows" || key === "flagged" || batch[key] > 0);
  return (
    <section className="batch-cover" aria-label={t("head.label")}>
      <dl className="batch-cover-list">
        {facts.map(([name, value, number]) => <div key={name}><dt>{name}</dt><dd className={number ? "number" : undefined}>{value || t("field.empty")}</dd></div>)}
        {plan.note && <div><dt>{t("field.note")}</dt><dd>{plan.note}</dd></div>}
      </dl>
      <dl className="batch-cover-counts">
        {counts.map((key) => <div key={key} data-warn={(key === "flagged" && batch.flagged > 0) || undefined}><dt>{t(`count.${key}`)}</dt><dd className="number">{batch[key]}</dd></div>)}
      </dl>
    </section>
  );
}
