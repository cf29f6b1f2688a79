import type { Schemas } from "@/api/client";
import { dayOf, sizeOf, useText } from "@/i18n";
import { Standing } from "./Standing";

/** InstitutionSheet is what is public of a filed enterprise. */
export function InstitutionSheet({ institution: one }: { institution: Schemas["Institution"] }) {
  const t = useText("public");
  return (
    <>
      <dl className="pub-facts">
        <div><dt>{t("col.status")}</dt><dd><Standing status={one.status}>{one.statusName}</Standing></dd></div>
        <div><dt>{t("fact.creditCode")}</dt><dd className="number">{one.creditCode}</dd></div>
        <div><dt>{t("col.region")}</dt><dd>{one.regionName}</dd></div>
        <div><dt>{t("fact.filedOn")}</dt><dd>{dayOf(one.filedOn)}</dd></div>
        <div><dt>{t("fact.validity")}</dt><dd>{t("fact.fromTo", { from: dayOf(one.validFrom), to: dayOf(one.validThrough) })}</dd></div>
        <div><dt>{t("col.contact")}</dt><dd className="number">{one.contact || t("none")}</dd></div>
      </dl>
      <h2 className="pub-h2">{t("institution.occupations")}</h2>
      <table className="pub-table">
        <caption className="visually-hidden">{t("institution.occupations")}</caption>
        <thead><tr><th scope="col">{t("col.occupation")}</th><th scope="col">{t("col.code")}</th><th scope="col">{t("col.workTypeName")}</th><th scope="col">{t("col.levels")}</th><th scope="col">{t("col.standard")}</th></tr></thead>
        <tbody>
          {one.occupations.map((row) => (
            <tr key={`${row.code} ${row.workType}`}>
              <th scope="row">{row.name}</th>
              <td data-label={t("col.code")} className="number">{row.code}</td>
              <td data-label={t("col.workTypeName")} data-none={row.workType === "--" || undefined}>{row.workType}</td>
              <td data-label={t("col.levels")}>{row.levels.map((level) => level.name).join(t("comma"))}</td>
              <td data-label={t("col.standard")}>{row.standard}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {one.rules && one.rules.length > 0 && (
        <>
          <h2 className="pub-h2">{t("institution.rules")}</h2>
          <ul className="pub-list">
            {one.rules.map((rule) => <li key={rule.rule}><a href={rule.download}>{rule.name}</a><span className="pub-sub">{rule.fileName} · {sizeOf(rule.size)}</span></li>)}
          </ul>
        </>
      )}
      <h2 className="pub-h2">{t("institution.history")}</h2>
      <ul className="pub-list">
        {(one.editions ?? []).map((edition) => (
          <li key={`${edition.region} ${edition.edition}`}>
            {t("edition", { edition: edition.edition, publisher: edition.publisher, date: dayOf(edition.publishedOn) })}
            {edition.reportedOn && <span className="pub-sub">{t("edition.reported", { date: dayOf(edition.reportedOn) })}</span>}
          </li>
        ))}
        <li>{t("edition.filed", { date: dayOf(one.filedOn) })}</li>
      </ul>
    </>
  );
}
