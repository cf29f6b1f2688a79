import type { Schemas } from "@/api/client";
import { DocumentHead, Icon } from "@/design";
import { dayOf, useText } from "@/i18n";
import { groupedNumber } from "@/features/certification/number";

/** CheckedCertificate is what anybody may know of a certificate: first whether it is in force, then what it says. */
export function CheckedCertificate({ certificate: one, level = 1 }: { certificate: Schemas["CheckedCertificate"]; level?: 1 | 2 }) {
  const t = useText("public");
  const Heading = `h${level}` as const;
  const valid = one.state === "valid";
  const work = one.workType && one.workType !== "--" ? t("cert.work", { name: one.occupationName, workType: one.workType }) : one.occupationName;
  return (
    <article className="pub-cert">
      <div className="pub-verdict pub-state" data-tone={valid ? "good" : "void"}>
        <Heading><Icon name={valid ? "check" : "strike"} />{one.stateName}</Heading>
        {valid ? <p>{t("cert.validWhat")}</p> : (
          <>
            <p>{one.revokedOn ? t("cert.revokedSince", { day: dayOf(one.revokedOn) }) : t("cert.revokedWhat")}</p>
            {one.revokedReason && <p>{t("cert.reason", { reason: one.revokedReason })}</p>}
          </>
        )}
      </div>
      <DocumentHead level={level === 1 ? 2 : 3} title={t("cert.title")}>
        <dl className="pub-facts pub-cert-facts">
          <div><dt>{t("cert.name")}</dt><dd>{one.name}<span className="pub-sub">{t("cert.masked")}</span></dd></div>
          <div><dt>{t("cert.occupation")}</dt><dd>{work}</dd></div>
          <div><dt>{t("cert.level")}</dt><dd>{one.levelName}</dd></div>
          <div><dt>{t("cert.number")}</dt><dd className="number">{groupedNumber(one.number)}</dd></div>
          <div><dt>{t("cert.issued")}</dt><dd>{dayOf(one.issuedOn)}</dd></div>
          <div>
            <dt>{t("cert.body")}</dt>
            <dd>
              {one.body}
              <a className="pub-sub number" href={`/catalogue/${encodeURIComponent(one.filingNo)}`}>{t("institution.number", { number: one.filingNo })}</a>
              <span className="pub-covered" data-covered={one.covered}><Icon name={one.covered ? "check" : "warning"} />{one.coveredOn ? t("cert.coveredThen", { day: dayOf(one.coveredOn) }) : one.covered ? t("cert.covered") : t("cert.uncovered")}</span>
            </dd>
          </div>
        </dl>
      </DocumentHead>
    </article>
  );
}

/** Owner says who answers for the page, when it was asked, which address is ours, and where the national query is. */
export function Owner({ answer }: { answer: Schemas["CertificateAnswer"] }) {
  const t = useText("public");
  return (
    <div className="pub-note">
      <p>{t("receipt.domain", { host: window.location.host })}</p>
      {answer.national && <p>{t.rich("cert.national", { link: <a key="national" href={answer.national} target="_blank" rel="noreferrer">{t("cert.nationalName")}</a> })}</p>}
    </div>
  );
}
