import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { Route, Switch } from "wouter";
import { ownPage, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { sessionQuery, type Session } from "@/api/session";
import { Loading, ProblemNotice, Toasts } from "@/design";
import { useText } from "@/i18n";
import { LanguageSwitch } from "@/features/shell/LanguageSwitch";
import { SignInAgain } from "@/features/shell/SignInAgain";
import { SignInForm } from "@/features/shell/SignInForm";
import { Guard } from "./Broken";
import { OutboxProvider } from "./outbox/context";
import { forgetPerson, lastPerson, rememberPerson } from "./outbox/person";
import { TodayPage } from "./TodayPage";
import { Top } from "./Top";
import { VisitPage } from "./VisitPage";
import "./visit.css";

/** VisitApp is what whoever goes to an enterprise works with on the spot. */
export function VisitApp() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={<div className="visit-main" />}>
        <Guard>
          <Gate />
        </Guard>
      </Suspense>
    </QueryClientProvider>
  );
}

/** Gate asks who it is; where nothing answers, whoever was here last goes on with what this phone keeps. */
function Gate() {
  const session = useQuery(sessionQuery);
  const [last, setLast] = useState<Session>();
  const [, changed] = useState(0); // whoever signs in or out empties the cache that the session was read from
  const { data, error } = session;
  useEffect(() => {
    if (data) void rememberPerson(data);
    if (data === null) void forgetPerson();
    if (error) void lastPerson().then(setLast);
  }, [data, error]);
  const look = () => changed((n) => n + 1);
  if (data) return <Signed key={data.user.id} session={data} onGone={look} />;
  if (data === null) return <SignIn onDone={look} />;
  if (error && last) return <Signed key={last.user.id} session={last} onGone={look} />;
  return (
    <main className="visit-main" id="main">
      {error ? <ProblemNotice problem={problemOf(error)} onRetry={() => void session.refetch()} /> : <Loading />}
    </main>
  );
}

function SignIn({ onDone }: { onDone: () => void }) {
  const t = useText("visit");
  return (
    <main className="visit-sign-in" id="main">
      <title>{t("signIn.title")}</title>
      <p className="visit-mark" aria-hidden="true">{t("brand")}</p>
      <h1>{t("title")}</h1>
      <p className="visit-hint">{t("signIn.hint")}</p>
      <SignInForm onDone={onDone} />
      <p className="visit-foot"><LanguageSwitch /></p>
    </main>
  );
}

function Signed({ session, onGone }: { session: Session; onGone: () => void }) {
  ownPage(session.user.id);
  return (
    <OutboxProvider user={session.user.id}>
      <Top session={session} onGone={onGone} />
      <Switch>
        <Route path="/visit/:caseNo/:round/:slot">
          {({ caseNo, round, slot }) => <VisitPage key={`${caseNo}/${round}/${slot}`} session={session} caseNo={decodeURIComponent(caseNo)} round={Number(round)} slot={decodeURIComponent(slot)} />}
        </Route>
        <Route><TodayPage /></Route>
      </Switch>
      <SignInAgain />
      <Toasts />
    </OutboxProvider>
  );
}
