import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { DocumentHead, Field, Loading, ProblemNotice, TextInput } from "@/design";
import { problemOf } from "@/api/problem";
import { dayOf, today, useText } from "@/i18n";
import { Passage } from "@/features/case/Passage";
import { useCaseWords } from "@/features/case/words";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { caseQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { changeOf, lastEdition, newestPublished } from "./edition";
import { Entries } from "./Entries";
import { cityQuery, institutionQuery } from "./queries";
import "@/features/act/act.css";
import "./publication.css";

interface PublicationDraft {
  sheet: Schemas["PublicationSheet"];
}

const empty: PublicationDraft = { sheet: { address: "" } };

/** PublicationPanel publishes an edition of the city's catalogue (公布目录): what it changes, who publishes, where it can be read. */
export function PublicationPanel({ view, deciding }: PanelProps) {
  const t = useText("publication");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const { data: now } = useSuspenseQuery(caseQuery(task.caseNo));
  const draft = useSheet<PublicationDraft>(view, empty);
  const city = useQuery(cityQuery(task.region));
  const newest = newestPublished(city.data ?? []);
  const last = useQuery(institutionQuery(newest?.filingNo ?? ""));
  const change = changeOf(city.data ?? [], now.filing?.filingNo);
  const number = lastEdition(last.data) + 1;
  const publisher = task.body === now.bureau.id ? now.bureau.name : now.competent.name;
  const { address } = draft.value.sheet;
  return (
    <div className="publication" data-density="officer">
      <DecideProblem view={view} deciding={deciding} mine={address} labelOf={() => t("address")} />
      {city.isError && <ProblemNotice problem={problemOf(city.error)} onRetry={() => void city.refetch()} />}
      <div className="publication-columns">
        <div className="publication-main">
          <DocumentHead title={t("paper.title", { city: task.regionName })} issuer={publisher} date={today()}>
            {city.isPending ? (
              <Loading />
            ) : (
              <>
                <p className="publication-edition">{newest && last.isPending ? t("edition.reading") : t("edition.next", { n: number })}</p>
                <h3>{t("change.title")}</h3>
                <p>{newest ? t("change.since", { n: number - 1, day: dayOf(newest.publishedOn ?? "") }) : t("change.first")}</p>
                <Entries caption={t("change.added")} rows={change.added ? [change.added] : []} empty={t("change.none")} />
                <p className="publication-total">{t("change.total", { n: change.total })}{change.expired > 0 && t("change.expired", { n: change.expired })}</p>
                {change.waiting.length > 0 && <p className="publication-waiting">{t("change.waiting", { n: change.waiting.length, names: change.waiting.map((one) => one.name).join(t("and")) })}</p>}
              </>
            )}
          </DocumentHead>
        </div>
        <div className="publication-side">
          <section className="publication-card" aria-labelledby="publish">
            <h2 id="publish">{t("form.title")}</h2>
            <dl className="publication-facts">
              <div><dt>{t("form.publisher")}</dt><dd>{publisher}</dd></div>
              <div><dt>{t("form.day")}</dt><dd>{dayOf(today())}</dd></div>
              <div><dt>{t("form.report")}</dt><dd>{t("form.reportWords")}</dd></div>
            </dl>
            <Field id={fieldId("/sheet/address")} label={t("address")} hint={t("addressHint")} error={wordsAt(deciding.problem?.fields ?? [], "/sheet/address")} optional>
              {(wiring) => <TextInput {...wiring} inputMode="url" maxLength={200} value={address} onChange={(event) => draft.change({ sheet: { address: event.target.value } })} />}
            </Field>
          </section>
          <Passage words={words} until="publication" />
        </div>
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[{
          verdict: "publish", label: t("go"), why: [], wish: () => ({ verdict: "publish", sheet: draft.value.sheet }),
          confirm: { title: t("confirm", { n: number }), body: <p>{t("confirm.what")}</p> },
        }]}
      />
    </div>
  );
}
