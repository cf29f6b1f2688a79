import { Tag } from "@/design";
import { useText } from "@/i18n";
import { FileLinks } from "@/features/case/FileLinks";
import { Span } from "./Span";
import type { Batch } from "./queries";

/** PlanView shows the plan of a batch as it was handed in. */
export function PlanView({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const { plan } = batch;
  return (
    <div className="batch-sheet">
      <h2>{t("step.plan")}</h2>
      <dl className="batch-list">
        <div><dt>{t("plan.occupation")}</dt><dd>{[batch.occupationName, batch.workType].filter(Boolean).join(" · ")} <span className="number">{batch.occupation}</span></dd></div>
        <div><dt>{t("plan.level")}</dt><dd>{batch.levelName}</dd></div>
        <div><dt>{t("plan.way")}</dt><dd>{batch.wayName}</dd></div>
        <div><dt>{t("plan.when")}</dt><dd><Span from={plan.from} to={plan.to} /> {plan.place}</dd></div>
        <div>
          <dt>{t("plan.assessors")}</dt>
          <dd>
            <ul className="batch-people">
              {plan.assessors.map((one, i) => <li key={i}>{one.name} <span className="number">{one.card}</span>{one.lead && <Tag state="neutral">{t("plan.lead")}</Tag>}</li>)}
            </ul>
          </dd>
        </div>
        <div><dt>{t("plan.evidence")}</dt><dd><FileLinks ids={plan.evidence.map((file) => file.document)} /></dd></div>
        {plan.note && <div><dt>{t("plan.note")}</dt><dd>{plan.note}</dd></div>}
      </dl>
    </div>
  );
}
