import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { has, useSession } from "@/api/session";
import { DeadlineText, LinkButton, Tag, type TagState } from "@/design";
import { dayOf, useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { kindOf } from "./kind";
import { Withdraw } from "./Withdraw";

const outcomes: Record<string, TagState> = { issued: "filed", reported: "filed", revoked: "void", kept: "neutral", filed: "filed", refused: "refused", notPassed: "refused", nonePassed: "refused", declined: "refused", withdrawn: "void" };

/** stateOf gives the colour of where a case stands. */
export function stateOf(now: Pick<Schemas["Case"], "outcome" | "stage">): TagState {
  if (now.outcome) return outcomes[now.outcome] ?? "neutral";
  if (now.stage === "supplement" || now.stage === "rectification" || now.stage === "correction") return "supplement";
  if (["panel", "expertReview", "deliberation", "siteVisit", "assessment", "signature"].includes(now.stage)) return "expert";
  if (now.stage === "lapsed") return "void";
  return now.stage === "valid" ? "filed" : "working";
}

/** CaseHead is the cover of the case file: number, enterprise, where it stands, and whose turn it is until when. */
export function CaseHead({ now }: { now: Schemas["Case"] }) {
  const t = useText("case");
  const session = useSession();
  const kind = kindOf(now);
  const tenure = kind === "tenure";
  const mine = now.openTasks.find((task) => task.mine) ?? now.openTasks.find((task) => task.state === "open" && asks(session, task));
  return (
    <header className="case-head">
      <div className="case-cover">
        <p className="case-kind">{t(`head.${kind}`)}<span className="number">{now.caseNo}</span></p>
        <div className="case-name">
          <h1>{now.enterpriseName}</h1>
          <Tag state={stateOf(now)}>{now.outcomeName || t.of(`tenure.${now.stage}`, now.stageName)}</Tag>
          {now.round > 1 && !now.outcome && <span className="case-round">{t("head.round", { n: now.round })}</span>}
        </div>
        <p className="case-place">
          {now.regionName}
          {!tenure && <span>{t("head.opened", { day: dayOf(now.openedAt) })}</span>}
          {now.closedAt && <span>{t("head.closed", { day: dayOf(now.closedAt) })}</span>}
          {now.filing && <span className="number">{t("head.number", { number: now.filing.filingNo })}</span>}
        </p>
      </div>
      <div className="case-stand">
        {!now.outcome && now.next.length > 0 && (
          <div className="case-next">
            <h2>{t("head.next")}</h2>
            <ul className="case-actors">
              {now.next.map((actor, i) => (
                <li key={i}><span>{t("head.actor", { name: actor.name, role: actor.role })}</span><DeadlineText deadline={actor.deadline} /></li>
              ))}
            </ul>
          </div>
        )}
        <div className="case-do">
          {mine && <LinkButton kind="primary" href={taskHref(mine)}>{t("head.do", { stage: mine.stageName })}</LinkButton>}
          {kind === "certification" && <LinkButton href={`/app/batches/${encodeURIComponent(now.caseNo)}`}>{t("head.batch")}</LinkButton>}
          {kind === "revocation" && now.certificate && <LinkButton href={`/app/certificates/${encodeURIComponent(now.certificate)}`}>{t("head.certificate")}</LinkButton>}
          {kind === "summary" && <LinkButton href="/app/months">{t("head.months")}</LinkButton>}
          {kind === "filing" && has(session, "clerk") && <Withdraw now={now} />}
          {has(session, "operator") && now.temporalUrl && <a href={now.temporalUrl} target="_blank" rel="noreferrer">{t("head.temporal")}</a>}
          {now.filing && !tenure && <Link to="/app/cases/$caseNo" params={{ caseNo: now.filing.filingNo }}>{t("head.toTenure")}</Link>}
        </div>
      </div>
    </header>
  );
}

/** asks says whether an open task is for somebody in the person's place. */
function asks(session: ReturnType<typeof useSession>, task: Schemas["Task"]): boolean {
  if (task.assignee?.id) return task.assignee.id === session?.user.id;
  const own = session?.body?.id ?? session?.enterprise?.id;
  return !!own && task.body === own && session?.roles.some((role) => role === task.role) === true;
}
