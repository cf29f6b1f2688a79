import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { DeadlineText, Tag } from "@/design";
import { dayOf, momentOf, today, useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { dayBefore, tagOf, taskOfEnterprise } from "./desk";
import { done, linesOf, nextOf, readyToCheck } from "./progress";
import type { Application } from "./queries";

type Case = Schemas["Case"];

interface CardProps {
  tag: ReactNode;
  title: ReactNode;
  no?: string;
  facts: readonly { name: string; value: ReactNode }[];
  action: ReactNode;
  strong?: boolean;
  children?: ReactNode;
}

function Card({ tag, title, no, facts, action, strong, children }: CardProps) {
  return (
    <article className={strong ? "desk-card desk-card-mine" : "desk-card"}>
      <header className="desk-card-head">
        {tag}
        <h3>{title}</h3>
        {no && <span className="number desk-no">{no}</span>}
      </header>
      {children}
      <dl className="desk-facts">
        {facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <div className="desk-card-act">{action}</div>
    </article>
  );
}

/** DraftCard is an application that is not handed in yet. */
export function DraftCard({ draft }: { draft: Application }) {
  const t = useText("desk");
  const lines = linesOf(draft.sections, draft.content);
  const count = done(lines);
  const ready = readyToCheck(lines);
  const untouched = lines.every((line) => line.state === "notStarted" || line.state === "blocked");
  const next = nextOf(lines);
  const name = lines.find((line) => line.section === next)?.name ?? "";
  const params = { applicationId: draft.id };
  return (
    <Card
      strong
      tag={<Tag state="draft">{t("tag.draft")}</Tag>}
      title={t("kind.initial")}
      facts={[
        { name: t("fact.next"), value: t("next.you") },
        { name: t("fact.what"), value: ready ? t("draft.check") : t("draft.next", { name }) },
        { name: t("fact.saved"), value: momentOf(draft.updatedAt) },
      ]}
      action={
        ready ? (
          <Link className="jx-button jx-button-primary" to="/app/applications/$applicationId/check" params={params}>{t("draft.checkGo")}</Link>
        ) : (
          <Link className="jx-button jx-button-primary" to="/app/applications/$applicationId" params={params}>{untouched ? t("draft.begin") : t("draft.go")}</Link>
        )
      }
    >
      <p className="desk-progress">
        <progress className="app-bar" max={lines.length} value={count} aria-label={t("draft.done", { n: count, all: lines.length })} />
        <span>{t("draft.done", { n: count, all: lines.length })}</span>
      </p>
    </Card>
  );
}

/** CaseCard is an application that was handed in: where it stands, who acts next and by when. */
export function CaseCard({ of, mine }: { of: Case; mine?: boolean }) {
  const t = useText("desk");
  const task = taskOfEnterprise(of);
  const ended = Boolean(of.closedAt);
  const next = task
    ? t("next.you")
    : of.next.length > 0
      ? [...new Set(of.next.map((actor) => t("next.other", { name: actor.name, role: actor.role })))].join(t("comma"))
      : t("next.system");
  const deadline = task?.deadline ?? of.next.find((actor) => actor.deadline)?.deadline;
  const facts = ended
    ? [{ name: t("fact.closed"), value: momentOf(of.closedAt ?? of.openedAt) }]
    : [
        { name: t("fact.next"), value: <strong>{next}</strong> },
        { name: t("fact.due"), value: deadline ? <DeadlineText deadline={deadline} /> : t("due.none") },
        ...(of.clock ? [{ name: t("fact.clock"), value: of.clock.text }] : []),
      ];
  const params = { caseNo: of.caseNo };
  return (
    <Card
      strong={mine}
      tag={<Tag state={tagOf(of)}>{of.outcomeName || of.stageName}</Tag>}
      title={t("kind.initial")}
      no={of.caseNo}
      facts={[...facts, { name: t("fact.submitted"), value: momentOf(of.openedAt) }]}
      action={
        task ? (
          <>
            <a className="jx-button jx-button-primary" href={taskHref(task)}>{t.of(`go.${task.stage}`, t("go.other", { stage: task.stageName }))}</a>
            <Link to="/app/cases/$caseNo" params={params}>{t("go.progress")}</Link>
          </>
        ) : (
          <Link className={`jx-button ${ended ? "jx-button-plain" : "jx-button-primary"}`} to="/app/cases/$caseNo" params={params}>{ended ? t("go.record") : t("go.progress")}</Link>
        )
      }
    />
  );
}

const renewal = "renewal.window.days";

/** FiledCard is a filing: its number, until when it holds, and from which day renewal (延期) may be asked for. */
export function FiledCard({ of }: { of: Case }) {
  const t = useText("desk");
  const policy = useQuery({ queryKey: ["policy", "today"], queryFn: () => answer(api.GET("/api/policy", {})), staleTime: 60 * 60_000 }).data;
  const days = Number(policy?.parameters.find((parameter) => parameter.key === renewal)?.value ?? 0);
  const filing = of.filing;
  if (!filing) return null;
  const opens = days > 0 ? dayBefore(filing.validThrough, days) : undefined;
  return (
    <Card
      tag={<Tag state="filed">{of.outcomeName || t("tag.filed")}</Tag>}
      title={t("filed.no")}
      no={filing.filingNo}
      facts={[
        { name: t("fact.valid"), value: t("filed.span", { from: dayOf(filing.validFrom), to: dayOf(filing.validThrough) }) },
        ...(opens ? [{ name: t("fact.renewal"), value: opens > today() ? t("filed.renewal", { from: dayOf(opens), days }) : t("filed.renewalNow", { from: dayOf(opens) }) }] : []),
        ...(of.next.length > 0 && !of.closedAt ? [{ name: t("fact.next"), value: of.next.map((actor) => t("next.other", { name: actor.name, role: actor.role })).join(t("comma")) }] : []),
        { name: t("fact.case"), value: <Link to="/app/cases/$caseNo" params={{ caseNo: of.caseNo }} className="number">{of.caseNo}</Link> },
      ]}
      action={
        <>
          {filing.validThrough >= today() && <Link className="jx-button jx-button-primary" to="/app/batches">{t("filed.certify")}</Link>}
          <Link className="jx-button jx-button-plain" to="/app/cases/$caseNo" params={{ caseNo: of.caseNo }}>{t("filed.receipt")}</Link>
          {filing.check && <a href={filing.check} target="_blank" rel="noreferrer">{t("filed.check")}</a>}
        </>
      }
    />
  );
}
