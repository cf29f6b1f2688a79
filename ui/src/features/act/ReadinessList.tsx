import type { Schemas } from "@/api/client";
import { Icon } from "@/design";
import { momentOf, useText } from "@/i18n";
import type { Check } from "./readiness";

/** ReadinessList says what 附件3 rests on, what of it is missing, and which papers still wait for their seal. */
export function ReadinessList({ checks, unsealed }: { checks: readonly Check[]; unsealed: readonly Schemas["Paper"][] }) {
  const t = useText("act");
  return (
    <section className="ready" aria-labelledby="ready">
      <h2 id="ready">{t("ready.title")}</h2>
      <ul className="ready-list">
        {checks.map((check) => (
          <li key={check.key} className={check.ok ? "ready-ok" : "ready-missing"}>
            <Icon name={check.ok ? "check" : "cross"} />
            <span className="ready-name">{t.of(`ready.${check.key}`)}<span className="visually-hidden">{t(check.ok ? "ready.there" : "ready.missing")}</span></span>
            <span className="ready-facts">
              {check.ok ? [check.by, check.at && momentOf(check.at)].filter(Boolean).join(t("facts.and")) : t("ready.missing")}
              {!!check.dissents && <em>{t("ready.dissents", { n: check.dissents })}</em>}
            </span>
          </li>
        ))}
        {unsealed.map((paper) => (
          <li key={paper.id} className="ready-caution">
            <Icon name="seal" />
            <span className="ready-name">{paper.name}</span>
            <span className="ready-facts">{t("ready.unsealed")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
