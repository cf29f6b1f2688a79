import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { Dialog, LinkButton, Loading, ProblemNotice } from "@/design";
import { dayOf, sizeOf, useText } from "@/i18n";
import { Entries, Standing } from "./Entries";
import { institutionQuery } from "./queries";

/** InstitutionDialog shows one entry of the catalogue: its occupations, the editions that name it, and its public rules. */
export function InstitutionDialog({ filingNo, onClose }: { filingNo: string; onClose: () => void }) {
  const t = useText("publication");
  const found = useQuery(institutionQuery(filingNo));
  const one = found.data;
  return (
    <Dialog open wide title={one?.name ?? filingNo} onClose={onClose}>
      {found.isPending && <Loading />}
      {found.isError && <ProblemNotice problem={problemOf(found.error)} onRetry={() => void found.refetch()} />}
      {one && (
        <div className="institution">
          <p className="institution-head">
            <span className="number">{one.filingNo}</span>
            <Standing one={one} />
            <span>{one.regionName}</span>
            <Link to="/app/cases/$caseNo" params={{ caseNo: one.filingNo }}>{t("one.tenure")}</Link>
            <LinkButton small kind="quiet" icon="link" href={`/catalogue/${encodeURIComponent(one.filingNo)}`} target="_blank" rel="noreferrer">{t("one.public")}</LinkButton>
          </p>
          <Entries caption={t("one.entry")} rows={[one]} empty="" />
          <h3>{t("one.editions")}</h3>
          {one.editions && one.editions.length > 0 ? (
            <table className="entries">
              <caption className="visually-hidden">{t("one.editions")}</caption>
              <thead><tr><th scope="col">{t("edition.no")}</th><th scope="col">{t("form.publisher")}</th><th scope="col">{t("form.day")}</th><th scope="col">{t("form.report")}</th></tr></thead>
              <tbody>
                {one.editions.map((edition) => (
                  <tr key={edition.edition}>
                    <th scope="row">{t("edition.name", { n: edition.edition })}</th>
                    <td data-label={t("form.publisher")}>{edition.publisher}</td>
                    <td data-label={t("form.day")}>{dayOf(edition.publishedOn)}</td>
                    <td data-label={t("form.report")}>{edition.reportedOn ? dayOf(edition.reportedOn) : "—"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p className="entries-none">{t("one.unpublished")}</p>
          )}
          {one.rules && one.rules.length > 0 && (
            <>
              <h3>{t("one.rules")}</h3>
              <ul className="institution-rules">
                {one.rules.map((rule) => <li key={rule.rule}><a href={rule.download} target="_blank" rel="noreferrer">{rule.name}</a><span>{sizeOf(rule.size)}</span></li>)}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
