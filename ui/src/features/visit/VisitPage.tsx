import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useSearchParams } from "wouter";
import { problemOf } from "@/api/problem";
import type { Session } from "@/api/session";
import { Empty, Icon, Loading, ProblemNotice } from "@/design";
import { momentOf, today, useText } from "@/i18n";
import { aboutOf, blankFor, storedIn } from "./about";
import { ArrivalScreen } from "./ArrivalScreen";
import { CheckScreen } from "./CheckScreen";
import { closedBy } from "./closed";
import { ConditionScreen } from "./ConditionScreen";
import { useBox, useOutbox } from "./outbox/context";
import { visitKey, type Visit, type VisitRef } from "./outbox/record";
import { HandedIn, Lost, Waiting } from "./Outcome";
import { sourcesQuery } from "./queries";
import { ItemBar, ItemRow, itemAfter, itemOf, type Item } from "./items";
import { WhoseDraft } from "./WhoseDraft";

/** VisitPage is the record of one site visit, an item a screen. */
export function VisitPage({ session, ...ref }: VisitRef & { session: Session }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const box = useBox();
  const key = visitKey(ref);
  const { data: sources, error, refetch } = useQuery(sourcesQuery(ref));
  const { loaded } = box;
  useEffect(() => {
    if (!loaded || !sources) return;
    const { view } = sources;
    void outbox.open(ref, {
      about: aboutOf(sources), taskVersion: view.task.version, stored: storedIn(view.worksheet), blank: blankFor(session, view.facts.panel, today()), closed: closedBy(view.task),
    });
  }, [loaded, sources, outbox, key]); // eslint-disable-line react-hooks/exhaustive-deps
  const visit = box.visits[key];
  const against = sources?.view.whyNot.map((why) => why.message) ?? [];
  const closed = sources && closedBy(sources.view.task);

  return (
    <main className="visit-main" id="main">
      <title>{t("visit.title", { name: visit?.about.enterprise ?? sources?.view.task.enterpriseName ?? "" })}</title>
      {(box.elsewhere || (!visit && (closed || (error && loaded)))) && <h1>{t("title")}</h1>}
      {box.elsewhere ? (
        <Empty title={t("elsewhere.title")} action={<a className="jx-button jx-button-primary" href={window.location.href}>{t("elsewhere.here")}</a>}>{t("elsewhere.why")}</Empty>
      ) : visit ? (
        <>
          {box.full && <p className="visit-warn" role="alert"><Icon name="warning" />{t("full")}</p>}
          <OneVisit id={key} visit={visit} against={against} />
        </>
      ) : closed ? (
        <Empty title={t("closed.title")} action={<Link href="/visit">{t("back")}</Link>}>{closed.facts.who ? t("closed.by", { who: closed.facts.who, time: closed.facts.at ? momentOf(closed.facts.at) : "" }) : t("lost.closed")}</Empty>
      ) : error && loaded ? (
        <ProblemNotice problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function OneVisit({ id, visit, against }: { id: string; visit: Visit; against: string[] }) {
  const [search, setSearch] = useSearchParams();
  const item = itemOf(search.get("item"));
  const go = (to: Item) => {
    setSearch({ item: String(to) });
    window.scrollTo(0, 0);
    requestAnimationFrame(() => document.getElementById("item")?.focus({ preventScroll: true }));
  };
  if (visit.outcome?.kind === "done") return <HandedIn id={id} visit={visit} />;
  if (visit.outcome?.kind === "lost") return <Lost id={id} visit={visit} refusal={visit.outcome.refusal} />;
  if (visit.submission) return <Waiting id={id} visit={visit} />;
  return (
    <>
      <p className="visit-of">{visit.about.enterprise}</p>
      {visit.theirs && <WhoseDraft id={id} theirs={visit.theirs.sheet} mine={visit.sheet} />}
      <ItemRow id={id} visit={visit} item={item} onGo={go} />
      {item === "arrival" && <ArrivalScreen id={id} visit={visit} />}
      {item === "check" && <CheckScreen id={id} visit={visit} against={against} onGo={go} />}
      {typeof item === "number" && <ConditionScreen key={item} id={id} visit={visit} number={item} />}
      {item !== "check" && <ItemBar item={item} onBack={() => go(itemAfter(item, -1))} onNext={() => go(itemAfter(item, 1))} />}
    </>
  );
}
