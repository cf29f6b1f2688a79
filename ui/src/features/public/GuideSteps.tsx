import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";
import { sourceOf } from "./source";

/** GuideSteps draws the way of an application: stages, their limits, where those come from, and whether they count. */
export function GuideSteps({ steps }: { steps: Schemas["GuideStep"][] }) {
  const t = useText("public");
  return (
    <ol className="pub-steps">
      {steps.map((step) => (
        <li key={step.stage}>
          <b>{step.name}</b>
          {step.limit ? <span className="pub-limit">{t.of(`limit.${step.unit ?? ""}`, `${step.limit}`, { limit: step.limit })}</span> : <span className="pub-limit">{t("limit.none")}</span>}
          <span className="pub-sub">{step.limit ? (step.counted ? t("step.counted") : t("step.notCounted")) : ""}{step.source ? t("step.source", { source: sourceOf(step.source, t) }) : ""}</span>
        </li>
      ))}
    </ol>
  );
}

/** GuideSpecials lists the special stages (特殊环节), during which the city's clock stands. */
export function GuideSpecials({ specials }: { specials: Schemas["SpecialStage"][] }) {
  const t = useText("public");
  return (
    <table className="pub-table">
      <caption className="visually-hidden">{t("guide.specials")}</caption>
      <thead><tr><th scope="col">{t("special.stage")}</th><th scope="col">{t("special.limit")}</th><th scope="col">{t("special.source")}</th><th scope="col">{t("special.counted")}</th></tr></thead>
      <tbody>
        {specials.map((special) => (
          <tr key={special.stage}>
            <th scope="row">{special.name}</th>
            <td data-label={t("special.limit")}>{special.limit ? t.of(`limit.${special.unit ?? ""}`, `${special.limit}`, { limit: special.limit }) : t("limit.none")}</td>
            <td data-label={t("special.source")}>{sourceOf(special.source, t)}</td>
            <td data-label={t("special.counted")}>{special.counted ? t("special.yes") : t("special.no")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
