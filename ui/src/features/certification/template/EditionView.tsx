import { LinkButton } from "@/design";
import { useText } from "@/i18n";
import type { Edition, Editions } from "./edition";
import { workbookHref } from "./queries";

/** EditionView shows what an edition asks for: the columns of the workbook, and the evidence. */
export function EditionView({ edition, fields }: { edition: Edition; fields: Editions["fields"] }) {
  const t = useText("template");
  const filled = (field: string) => fields.some((one) => one.field === field && one.alwaysFilled);
  return (
    <div className="template-main">
      <section className="template-sheet" aria-labelledby="template-what">
        <div className="template-sheet-head">
          <h2 id="template-what">{t("edition", { n: edition.edition })}</h2>
          <LinkButton small icon="download" href={workbookHref(edition.edition)} download="">{t("download")}</LinkButton>
        </div>
        <dl className="template-list">
          <div><dt>{t("source")}</dt><dd>{edition.source}</dd></div>
          {edition.reason && <div><dt>{t("reason")}</dt><dd>{edition.reason}</dd></div>}
          {edition.digest && <div><dt>{t("digest")}</dt><dd className="number template-digest">{edition.digest}</dd></div>}
        </dl>
      </section>
      <section className="template-sheet" aria-labelledby="template-columns">
        <h2 id="template-columns">{t("columns", { n: edition.columns.length })}</h2>
        <table className="template-table">
          <thead>
            <tr><th scope="col">{t("column.no")}</th><th scope="col">{t("column.heading")}</th><th scope="col">{t("column.hint")}</th><th scope="col">{t("column.options")}</th><th scope="col">{t("column.example")}</th></tr>
          </thead>
          <tbody>
            {edition.columns.map((one, i) => (
              <tr key={one.field}>
                <td className="number" data-label={t("column.no")}>{i + 1}</td>
                <th scope="row">{one.heading}{(one.required || filled(one.field)) && <span className="template-must"> {t("required")}</span>}</th>
                <td data-label={t("column.hint")}>{one.hint || "—"}</td>
                <td data-label={t("column.options")}>{one.options.length > 0 ? one.options.join(t("comma")) : "—"}</td>
                <td data-label={t("column.example")}>{one.example || "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="template-sheet" aria-labelledby="template-evidence">
        <h2 id="template-evidence">{t("evidence", { n: edition.evidence.length })}</h2>
        <ul className="template-needs">
          {edition.evidence.map((one) => (
            <li key={one.kind}>{one.name} <span className="template-sub">{one.ways.length > 0 ? one.ways.map((way) => t.of(`way.${way}`)).join(t("comma")) : t("way.all")}</span></li>
          ))}
        </ul>
      </section>
    </div>
  );
}
