import type { Schemas } from "@/api/client";
import { Tag, type TagState } from "@/design";
import { dayOf, useText } from "@/i18n";
import { byLevels } from "./edition";

const tones: Record<Schemas["InstitutionStatus"], TagState> = { filed: "working", published: "filed", expired: "void" };

/** Standing says how a filing stands today. */
export function Standing({ one }: { one: Pick<Schemas["Institution"], "status" | "statusName"> }) {
  return <Tag state={tones[one.status]}>{one.statusName}</Tag>;
}

/** OccupationLines lists the occupations of an entry; those with the same levels share a line. */
export function OccupationLines({ rows }: { rows: readonly Schemas["InstitutionOccupation"][] }) {
  const t = useText("publication");
  const nameOf = (row: Schemas["InstitutionOccupation"]) => (row.workType !== "--" ? t("entry.workType", { name: row.name, workType: row.workType }) : row.name);
  return (
    <ul className="entry-occupations">
      {byLevels(rows).map(({ levels, rows: alike }) => (
        <li key={levels.join()}>
          <span className="entry-levels">{levels.join(t("and"))}</span>
          <span>{alike.map(nameOf).join(t("and"))}</span>
        </li>
      ))}
    </ul>
  );
}

/** Entries is a part of the catalogue with the columns of 附件4. */
export function Entries({ caption, rows, empty }: { caption: string; rows: readonly Schemas["Institution"][]; empty: string }) {
  const t = useText("publication");
  if (rows.length === 0) return <p className="entries-none">{empty}</p>;
  return (
    <table className="entries">
      <caption>{caption}</caption>
      <thead>
        <tr><th scope="col">{t("entry.name")}</th><th scope="col">{t("entry.number")}</th><th scope="col">{t("entry.occupations")}</th><th scope="col">{t("entry.validity")}</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.filingNo}>
            <th scope="row">{row.name}<span className="entry-sub number">{row.creditCode}</span></th>
            <td data-label={t("entry.number")} className="number">{row.filingNo}</td>
            <td data-label={t("entry.occupations")}><OccupationLines rows={row.occupations} /></td>
            <td data-label={t("entry.validity")}>{t("entry.span", { from: dayOf(row.validFrom), through: dayOf(row.validThrough) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
