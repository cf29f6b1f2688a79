import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { today, dayOf, useText } from "@/i18n";
import { Tag } from "@/design";
import type { PartProps } from "./part";
import { Entries } from "@/features/publication/Entries";
import { institutionQuery } from "@/features/publication/queries";
import "@/features/publication/publication.css";
import { enterpriseQuery } from "./queries";

/** TenurePart shows the validity of a filing: from when to when, and how much of it is left. */
export function TenurePart({ now }: PartProps) {
  const t = useText("case");
  const { data: enterprise } = useSuspenseQuery(enterpriseQuery(now.enterpriseId));
  const filing = now.filing ?? enterprise.filing;
  const institution = useQuery(institutionQuery(filing?.filingNo ?? ""));
  if (!filing) return <p>{t("tenure.unknown")}</p>;
  const whole = Date.parse(filing.validThrough) - Date.parse(filing.validFrom);
  const gone = Math.min(Math.max(Date.parse(today()) - Date.parse(filing.validFrom), 0), whole);
  const left = Math.max(0, Math.round((Date.parse(filing.validThrough) - Date.parse(today())) / 86_400_000));
  const lapsed = filing.status === "expired";
  return (
    <section className="tenure" aria-labelledby="tenure">
      <h2 id="tenure">{t("tenure.title")}</h2>
      <p className="tenure-number">
        <span className="number">{filing.filingNo}</span>
        <Tag state={lapsed ? "void" : "filed"}>{t(`tenure.status.${filing.status}`)}</Tag>
      </p>
      <progress className="tenure-bar" max={whole || 1} value={gone} aria-label={t("tenure.title")} />
      <dl className="tenure-facts">
        <div><dt>{t("tenure.from")}</dt><dd>{dayOf(filing.validFrom)}</dd></div>
        <div><dt>{t("tenure.through")}</dt><dd>{dayOf(filing.validThrough)}</dd></div>
        {!lapsed && <div><dt>{t("tenure.left")}</dt><dd>{t("tenure.days", { n: left })}</dd></div>}
      </dl>
      {institution.data && <Entries caption={t("tenure.entry")} rows={[institution.data]} empty="" />}
      <p className="tenure-note">{t("tenure.note")}</p>
      {filing.caseNo && <p><Link to="/app/cases/$caseNo" params={{ caseNo: filing.caseNo }}>{t("head.toFiling")}</Link></p>}
    </section>
  );
}
