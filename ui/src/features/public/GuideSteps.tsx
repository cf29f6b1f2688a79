import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";

/** GuideSteps draws the way of an application: stages, their limits, where those come from, and whether they count. */
export function GuideSteps({ steps }: { steps: Schemas["GuideStep"][] }) {
  const t = useText("public");
  return (
    <ol className="pub-steps">
      {steps.map((step) => (
        <li key={step.stage}>
          <b>{step.name}</b>
          {step.limit ? <span className="pub-limit">{t.of(`limit.${step.unit ?? ""}`, `${step.limit}`, { limit: step.limit })}</span> : <span className="pub-limit">{t("limit.none")}</span>}
          <span className="pub-sub">{step.limit ? (step.counted ? t("step.counted") : t("step.notCounted")) : ""}{step.source ? t("step.source", { source: step.source }) : ""}</span>
        </li>
      ))}
    </ol>
  );
}
