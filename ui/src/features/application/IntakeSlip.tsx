import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { DeadlineText, DocumentHead, Icon, Steps, type Step } from "@/design";
import { momentOf, today, useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { paperHref } from "@/features/task/PaperLinks";
import { caseQuery, papersQuery, snapshotsQuery } from "@/features/task/queries";
import { mendingTask } from "./access";
import { guideQuery, type Application } from "./queries";

const stages = ["acceptance", "expertReview", "verification", "receipt"] as const;

/** IntakeSlip is the 收件凭证: the material has arrived, who has it now, what comes next and by which date. Acceptance comes later. */
export function IntakeSlip({ application }: { application: Application }) {
  const t = useText("application");
  const caseNo = application.caseNo ?? "";
  const { data: now } = useSuspenseQuery(caseQuery(caseNo));
  const { data: guide } = useSuspenseQuery(guideQuery);
  const digest = useQuery(snapshotsQuery(caseNo)).data?.items[0]?.digest;
  const waiting = now.stage === "acceptance";
  const task = mendingTask(now.openTasks);
  const at = stages.indexOf(now.stage as (typeof stages)[number]);
  const steps: Step[] = stages.map((stage, i) => {
    const step = guide.steps.find((one) => one.stage === stage);
    const state = now.closedAt || (at >= 0 && i < at) ? "done" : i === at ? "current" : "todo";
    return { name: step?.name ?? stage, state, detail: t(`intake.step.${stage}`, { body: now.competent.name, days: step?.limit ?? 0 }) };
  });
  return (
    <div className="app-page app-intake">
      <title>{t("intake.title")}</title>
      <p className="app-crumb no-print"><Link to="/app/desk">{t("back.desk")}</Link></p>
      <DocumentHead level={1} title={t("intake.heading")} issuer={now.competent.name} date={today(new Date(now.openedAt))}>
        <dl className="app-facts app-intake-facts">
          <div><dt>{t("intake.no")}</dt><dd className="number app-intake-no">{caseNo}</dd></div>
          <div><dt>{t("intake.time")}</dt><dd>{momentOf(now.openedAt)}</dd></div>
          <div><dt>{t("intake.applicant")}</dt><dd>{now.enterpriseName}</dd></div>
          <div><dt>{t("intake.body")}</dt><dd>{now.competent.name}</dd></div>
          <div><dt>{t("intake.what")}</dt><dd>{guide.name}</dd></div>
          {digest && <div><dt>{t("intake.digest")}</dt><dd className="number app-digest">{digest}</dd></div>}
        </dl>
        <p className="app-intake-word">{t("intake.word")}</p>
      </DocumentHead>
      <section className="app-intake-next no-print" aria-labelledby="intake-next">
        <h2 id="intake-next">{t("intake.next")}</h2>
        {task ? (
          <p className="app-note app-note-strong">{t("intake.mend", { stage: task.stageName })} <a href={taskHref(task)}>{t("intake.mendGo", { stage: task.stageName })}</a></p>
        ) : (
          <p>{waiting ? t("intake.wait", { body: now.competent.name }) : t("intake.now", { stage: now.outcomeName || now.stageName })}</p>
        )}
        {now.next.length > 0 && (
          <ul className="app-actors">
            {now.next.map((actor, i) => (
              <li key={i}><span>{t("intake.actor", { name: actor.name, role: actor.role })}</span>{actor.deadline && <DeadlineText deadline={actor.deadline} />}</li>
            ))}
          </ul>
        )}
        <Steps items={steps} vertical label={t("intake.steps")} />
        <p>{t("intake.notice")}</p>
        <p className="app-actions">
          <Link className="jx-button jx-button-primary" to="/app/cases/$caseNo" params={{ caseNo }}>{t("intake.follow")}</Link>
          <SlipPdf caseNo={caseNo} />
          <Link className="jx-button jx-button-plain" to="/app/desk">{t("back.deskPlain")}</Link>
        </p>
        <Phones />
      </section>
    </div>
  );
}

/** SlipPdf offers the slip as PDF once it is made; until then it says that it is being made. */
function SlipPdf({ caseNo }: { caseNo: string }) {
  const t = useText("application");
  const slip = useQuery(papersQuery(caseNo)).data?.items.find((paper) => paper.kind === "intakeSlip");
  if (slip?.state === "made") return <a className="jx-button jx-button-plain" href={paperHref(caseNo, slip)} target="_blank" rel="noreferrer"><Icon name="download" />{t("intake.pdf")}</a>;
  return <span className="app-making" role="status">{t("intake.making")}</span>;
}

/** Phones says whom to call. */
function Phones() {
  const t = useText("application");
  const { data: guide } = useSuspenseQuery(guideQuery);
  if (guide.contacts.length === 0) return null;
  return (
    <section className="app-phones" aria-label={t("intake.phone")}>
      <h3>{t("intake.phone")}</h3>
      <ul>
        {guide.contacts.map(({ name, phone }) => <li key={name}><span>{name}</span> <a className="number" href={`tel:${phone}`}>{phone}</a></li>)}
      </ul>
    </section>
  );
}
