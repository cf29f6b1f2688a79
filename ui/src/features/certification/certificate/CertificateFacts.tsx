import type { Schemas } from "@/api/client";
import { DocumentHead, Icon, Tag } from "@/design";
import { dayOf, useText } from "@/i18n";
import { groupedNumber } from "../number";
import "./certificate.css";

/** CertificateFacts is what a certificate says, for the enterprise and the offices. */
export function CertificateFacts({ certificate: one, level = 2 }: { certificate: Schemas["Certificate"]; level?: 1 | 2 }) {
  const t = useText("certificate");
  const work = one.workType && one.workType !== "--" ? t("fact.work", { name: one.occupationName, workType: one.workType }) : one.occupationName;
  return (
    <DocumentHead title={t("heading")} no={groupedNumber(one.number)} date={one.issuedOn} level={level}>
      <p className="cert-state">
        <Tag state={one.state === "valid" ? "filed" : "void"}>{one.stateName}</Tag>
        {one.revokedAt && <span>{t("revoked.since", { day: dayOf(one.revokedAt) })}</span>}
      </p>
      <dl className="cert-facts">
        <div><dt>{t("fact.name")}</dt><dd>{one.name}</dd></div>
        <div><dt>{t("fact.id")}</dt><dd className="number">{one.idMasked}</dd></div>
        <div><dt>{t("fact.occupation")}</dt><dd>{work} <span className="number">{one.occupation}</span></dd></div>
        <div><dt>{t("fact.level")}</dt><dd>{one.levelName}</dd></div>
        <div><dt>{t("fact.body")}</dt><dd>{one.enterpriseName}</dd></div>
        <div><dt>{t("fact.filingNo")}</dt><dd className="number">{one.filingNo}</dd></div>
        <div>
          <dt>{t("fact.covered")}</dt>
          <dd className="cert-covered" data-covered={one.covered}><Icon name={one.covered ? "check" : "warning"} />{one.coveredOn ? t("covered.then", { day: dayOf(one.coveredOn) }) : t(one.covered ? "covered.yes" : "covered.no")}</dd>
        </div>
        {one.revokedWords && <div><dt>{t("fact.public")}</dt><dd>{one.revokedWords}</dd></div>}
      </dl>
    </DocumentHead>
  );
}
