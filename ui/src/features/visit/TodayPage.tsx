import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { DeadlineText, Empty, Icon, Loading, ProblemNotice, Tag } from "@/design";
import { dayOf, momentOf, today, useText } from "@/i18n";
import { refOf, visitHref } from "./about";
import { useBox } from "./outbox/context";
import { isUnsaved, visitKey, type About, type Visit, type VisitRef } from "./outbox/record";
import { Contacts, Places } from "./Whereabouts";
import { aboutQuery, visitsQuery } from "./queries";

/** TodayPage lists the site visits that are open for this person, and what this phone still keeps of others. */
export function TodayPage() {
  const t = useText("visit");
  const { data: tasks, error, isPending, refetch } = useQuery(visitsQuery);
  const { visits } = useBox();
  const listed = new Set(tasks?.map((task) => visitKey(refOf(task))));
  const kept = Object.entries(visits).filter(([key, visit]) => !listed.has(key) && (visit.submission || visit.outcome || isUnsaved(visit) || !tasks));
  return (
    <main className="visit-main" id="main">
      <title>{t("today.title")}</title>
      <div className="visit-heading">
        <h1>{t("today.heading")}</h1>
        <p className="visit-date">{dayOf(today())}</p>
      </div>
      {error && <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />}
      {isPending && <Loading shape="block" />}
      {tasks?.length === 0 && kept.length === 0 && <Empty title={t("today.none")}>{t("today.noneWhy")}</Empty>}
      {tasks && tasks.length > 0 && (
        <ul className="visit-cards">
          {tasks.map((task) => <li key={`${task.caseNo} ${task.id}`}><TaskCard task={task} kept={visits[visitKey(refOf(task))]} /></li>)}
        </ul>
      )}
      {kept.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept" className="visit-subhead">{t("today.kept")}</h2>
          <ul className="visit-cards">
            {kept.map(([key, visit]) => <li key={key}><Card about={visit.about} caseNo={visit.caseNo} at={visit} kept={visit} /></li>)}
          </ul>
        </section>
      )}
    </main>
  );
}

function TaskCard({ task, kept }: { task: Schemas["Task"]; kept: Visit | undefined }) {
  const { data: about } = useQuery(aboutQuery(refOf(task)));
  return <Card task={task} about={about ?? kept?.about} caseNo={task.caseNo} at={refOf(task)} kept={kept} />;
}

function Card({ task, about, caseNo, at, kept }: { task?: Schemas["Task"]; about: About | undefined; caseNo: string; at: VisitRef; kept: Visit | undefined }) {
  const t = useText("visit");
  const name = task?.enterpriseName ?? about?.enterprise ?? "";
  const other = task?.claimedBy && !task.mine ? task.claimedBy.name : "";
  return (
    <article className="visit-card" aria-label={name}>
      <header className="visit-card-head">
        <h2>{name}</h2>
        <Standing kept={kept} />
      </header>
      <div className="visit-card-facts">
        <span className="number">{caseNo}</span>
        {task && <DeadlineText deadline={task.deadline} />}
      </div>
      <dl className="visit-facts">
        {task && (
          <div>
            <dt>{t("card.opened")}</dt>
            <dd>{momentOf(task.openedAt)}</dd>
          </div>
        )}
        {about ? (
          <>
            <Places places={about.addresses} />
            <Contacts contacts={about.contacts} />
          </>
        ) : (
          <div><dt>{t("card.place")}</dt><dd className="visit-hint">{t("card.reading")}</dd></div>
        )}
      </dl>
      {other && <p className="visit-warn"><Icon name="info" />{t("card.claimed", { name: other })}</p>}
      <Link href={visitHref(at)} className="jx-button jx-button-primary visit-wide">{t(!kept ? "card.begin" : kept.submission || kept.outcome ? "card.look" : "card.goOn")}</Link>
    </article>
  );
}

/** Standing says how far the record has come on this phone. */
function Standing({ kept }: { kept: Visit | undefined }) {
  const t = useText("visit");
  if (!kept) return <Tag state="claimable">{t("standing.open")}</Tag>;
  if (kept.outcome?.kind === "done") return <Tag state="filed">{t("standing.done")}</Tag>;
  if (kept.outcome) return <Tag state="supplement">{t(`standing.${kept.outcome.kind}`)}</Tag>;
  if (kept.submission) return <Tag state="near">{t("standing.waiting")}</Tag>;
  return <Tag state="working">{t("standing.filled", { n: kept.sheet.findings.filter((f) => f.finding).length })}</Tag>;
}
