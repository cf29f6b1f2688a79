import { useMutation, useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, type ReactNode } from "react";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { useSession } from "@/api/session";
import { Button, ProblemNotice, type Reason } from "@/design";
import { useText } from "@/i18n";
import { caseQuery } from "@/features/task/queries";
import { CaseCard, DraftCard, FiledCard } from "./DeskCards";
import { DeskMessages } from "./DeskMessages";
import { DeskWelcome } from "./DeskWelcome";
import { deskOf } from "./desk";
import { WhatToHave } from "./WhatToHave";
import { applicationKey, applicationQuery, applicationsQuery } from "./queries";
import "./application.css";
import "./desk.css";

const DeskTodo = lazy(() => import("@/features/certification/DeskTodo").then((m) => ({ default: m.DeskTodo })));

/** DeskPage is where an enterprise's clerk begins: what waits for them, what is under way, what is filed. */
export function DeskPage() {
  const t = useText("desk");
  const session = useSession();
  const { data: applications } = useSuspenseQuery(applicationsQuery);
  const drafts = useSuspenseQueries({ queries: applications.items.filter((one) => one.state === "draft").map((one) => applicationQuery(one.id)) }).map((result) => result.data);
  const cases = useSuspenseQueries({ queries: applications.items.flatMap((one) => (one.caseNo ? [caseQuery(one.caseNo)] : [])) }).map((result) => result.data);
  const desk = deskOf(cases);
  const under = [...desk.mine, ...desk.underway][0];
  const filed = desk.filed[0];
  const barred: Reason[] = under
    ? [{ text: t("start.underway", { no: under.caseNo }), href: `/app/cases/${under.caseNo}` }]
    : filed
      ? [{ text: t("start.filed", { no: filed.filing?.filingNo ?? "" }) }]
      : [];
  const newcomer = applications.items.length === 0;
  return (
    <div className="desk">
      <title>{t("title")}</title>
      <header className="desk-head">
        <div>
          <h1>{t("heading")}</h1>
          <p className="desk-enterprise">{session?.enterprise?.name}<span className="number">{session?.enterprise?.creditCode}</span></p>
        </div>
        {!newcomer && (
          <div className="desk-head-act">
            <a href="/guide" target="_blank" rel="noreferrer">{t("guide")}</a>
            {drafts.length === 0 && <Start barred={barred} />}
          </div>
        )}
      </header>
      {newcomer ? (
        <div className="desk-columns"><DeskWelcome start={<Start barred={[]} primary />} /><WhatToHave /></div>
      ) : (
        <div className="desk-columns">
          <div className="desk-blocks">
            {desk.filed.length > 0 && <Suspense fallback={null}><DeskTodo /></Suspense>}
            <Block title={t("block.mine")} count={drafts.length + desk.mine.length} empty={t("none.mine")}>
              {desk.mine.map((one) => <CaseCard key={one.caseNo} of={one} mine />)}
              {drafts.map((draft) => <DraftCard key={draft.id} draft={draft} />)}
            </Block>
            {desk.underway.length > 0 && <Block title={t("block.underway")} count={desk.underway.length}>{desk.underway.map((one) => <CaseCard key={one.caseNo} of={one} />)}</Block>}
            {desk.filed.length > 0 && <Block title={t("block.filed")} count={desk.filed.length}>{desk.filed.map((one) => <FiledCard key={one.caseNo} of={one} />)}</Block>}
            {desk.ended.length > 0 && <Block title={t("block.ended")} count={desk.ended.length}>{desk.ended.map((one) => <CaseCard key={one.caseNo} of={one} />)}</Block>}
          </div>
          <DeskMessages />
        </div>
      )}
    </div>
  );
}

function Block({ title, count, empty, children }: { title: string; count: number; empty?: string; children: ReactNode }) {
  return (
    <section className="desk-block" aria-label={title}>
      <h2>{title}{count > 0 && <span className="desk-count">{count}</span>}</h2>
      {count === 0 ? <p className="desk-none">{empty}</p> : <div className="desk-cards">{children}</div>}
    </section>
  );
}

/** Start begins an application, or says why there can be no second one. */
function Start({ barred, primary }: { barred: Reason[]; primary?: boolean }) {
  const t = useText("desk");
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => answer(api.POST("/api/applications", { body: { kind: "initial" } })),
    onSuccess: async (application) => {
      queryClient.setQueryData(applicationKey(application.id), application);
      await navigate({ to: "/app/applications/$applicationId", params: { applicationId: application.id } });
      await queryClient.invalidateQueries({ queryKey: applicationsQuery.queryKey });
    },
  });
  return (
    <div className="desk-start">
      <Button kind={primary || barred.length === 0 ? "primary" : "plain"} busy={start.isPending} why={barred} onClick={() => start.mutate()}>{t("start")}</Button>
      {start.error && <ProblemNotice problem={problemOf(start.error)} onRetry={() => start.mutate()} />}
    </div>
  );
}
