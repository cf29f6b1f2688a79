import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { dayOf, useText } from "@/i18n";
import { Standing } from "./Standing";

/** InstitutionTable lists filed enterprises with the columns of 附件4; below 768 px each is a card. */
export function InstitutionTable({ rows }: { rows: Schemas["Institution"][] }) {
  const t = useText("public");
  return (
    <table className="pub-table">
      <caption className="visually-hidden">{t("catalogue.heading")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("col.name")}</th>
          <th scope="col">{t("col.region")}</th>
          <th scope="col">{t("col.filingNo")}</th>
          <th scope="col">{t("col.occupations")}</th>
          <th scope="col">{t("col.validity")}</th>
          <th scope="col">{t("col.status")}</th>
          <th scope="col">{t("col.contact")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.filingNo}>
            <th scope="row">
              <Link href={`/catalogue/${encodeURIComponent(row.filingNo)}`}>{row.name}</Link>
              <span className="pub-sub number">{row.creditCode}</span>
            </th>
            <td data-label={t("col.region")} className="pub-whole">{row.regionName}</td>
            <td data-label={t("col.filingNo")} className="number">{row.filingNo}</td>
            <td data-label={t("col.occupations")}><Occupations rows={row.occupations} /></td>
            <td data-label={t("col.validity")} className="number">
              {dayOf(row.filedOn)}
              <span className="pub-sub">{t("col.through", { date: dayOf(row.validThrough) })}</span>
            </td>
            <td data-label={t("col.status")}><Standing status={row.status}>{row.statusName}</Standing></td>
            <td data-label={t("col.contact")} className="number">{row.contact || t("none")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shown = 2;

function Occupations({ rows }: { rows: Schemas["InstitutionOccupation"][] }) {
  const t = useText("public");
  return (
    <>
      {rows.slice(0, shown).map((row) => (
        <span key={`${row.code} ${row.workType}`} className="pub-occupation">
          {row.name}{row.workType !== "--" && t("col.workType", { name: row.workType })}
          <span className="pub-levels">{row.levels.map((level) => level.code).join("·")}</span>
        </span>
      ))}
      {rows.length > shown && <span className="pub-sub">{t("col.more", { count: rows.length - shown })}</span>}
    </>
  );
}
