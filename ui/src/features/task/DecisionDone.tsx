import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { has, useSession } from "@/api/session";
import { Button, DeadlineText, useHotkeys } from "@/design";
import { useText } from "@/i18n";
import { around, taskHref, taskKey } from "@/features/queue/trail";
import type { Deciding } from "./decide";
import { PaperLinks } from "./PaperLinks";
import { caseQuery } from "./queries";

/** DecisionDone shows what a decision has led to, before the next case is offered. */
export function DecisionDone({ view, settled }: { view: Schemas["TaskView"]; settled: Deciding["settled"] }) {
  const t = useText("shell");
  const navigate = useNavigate();
  const session = useSession();
  const { task } = view;
  const { data: now } = useSuspenseQuery(caseQuery(task.caseNo));
  const [trail] = useState(() => around(taskKey(task)));
  const verdict = view.verdicts.find((option) => option.code === settled?.verdict)?.name ?? settled?.verdict ?? "";
  const own = now.openTasks.find((open) => open.mine || open.assignee?.id === session?.user.id);
  const goNext = () => trail.next && void navigate({ href: trail.next });
  const goList = () => void navigate({ href: trail.list });
  useHotkeys({ n: { run: goNext, label: t("done.next") }, "g q": { run: goList, label: t("done.list") } }, true);
  return (
    <section className="decision-done" aria-labelledby="done">
      <h2 id="done" className="done-word">{t("done.recorded", { stage: task.stageName, verdict })}</h2>
      <p className="done-seq">{t("done.seq", { seq: settled?.seq ?? 0, caseNo: task.caseNo })}</p>
      <dl className="done-facts">
        {task.stage === "receipt" && now.filing && <div><dt>{t("done.filing")}</dt><dd className="number">{now.filing.filingNo}</dd></div>}
        <div><dt>{t("done.now")}</dt><dd>{now.outcomeName || now.stageName}</dd></div>
        {now.next.map((actor, i) => (
          <div key={i}><dt>{t("done.who")}</dt><dd>{t("done.actor", { name: actor.name, role: actor.role })} {actor.deadline && <DeadlineText deadline={actor.deadline} />}</dd></div>
        ))}
      </dl>
      <PaperLinks caseNo={task.caseNo} stage={task.stage} round={task.round} />
      <div className="done-actions">
        {own && <Button kind="primary" onClick={() => void navigate({ href: taskHref(own) })}>{t("done.own", { stage: own.stageName })}</Button>}
        {!own && trail.next && <Button kind="primary" autoFocus onClick={goNext}>{t("done.next")}</Button>}
        {(task.stage === "correction" || task.stage === "issue") && <Link className="jx-button jx-button-primary" to="/app/batches/$batchNo" params={{ batchNo: task.caseNo }}>{t("done.batch")}</Link>}
        {task.stage === "summary" && <Link className="jx-button jx-button-primary" to="/app/months">{t("done.months")}</Link>}
        {has(session, "clerk") ? <Link to="/app/desk">{t("done.desk")}</Link> : <a href={trail.list} onClick={(event) => { event.preventDefault(); goList(); }}>{t("done.list")}</a>}
        <Link to="/app/cases/$caseNo" params={{ caseNo: task.caseNo }}>{t("done.case")}</Link>
      </div>
    </section>
  );
}
