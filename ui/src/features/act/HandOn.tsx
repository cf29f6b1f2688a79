import { useSuspenseQuery } from "@tanstack/react-query";
import { useCaseWords } from "@/features/case/words";
import { Passage } from "@/features/case/Passage";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { PanelProps } from "@/features/task/panel";
import { caseQuery, papersQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { useText } from "@/i18n";
import { ActSteps, useAct } from "./ActSteps";
import { FilingFacts } from "./FilingFacts";
import { emptyOpinion, type OpinionDraft } from "./opinion";
import { OpinionForm } from "./OpinionForm";
import { readiness } from "./readiness";
import { ReadinessList } from "./ReadinessList";

/** HandOn hands a case on towards the receipt: the delegated authority with its written opinion, or the bureau with 附件3. */
export function HandOn({ view, deciding }: PanelProps) {
  const t = useText("act");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const act = useAct(task.caseNo, task.stage, task.round);
  const { data: now } = useSuspenseQuery(caseQuery(task.caseNo));
  const { data: papers } = useSuspenseQuery(papersQuery(task.caseNo));
  const draft = useSheet<OpinionDraft>(view, emptyOpinion);
  const own = task.stage === "delegateOpinion";
  const delegated = now.competent.id !== now.bureau.id;
  const checks = readiness({ statements: words.statements, occupations: words.occupations, delegated: delegated && !own });
  const missing = checks.filter((check) => !check.ok).map((check) => t("ready.why", { what: t.of(`ready.${check.key}`) }));
  const verdict = own ? "endorse" : "report";
  const action: Action = {
    verdict,
    label: t(act.last ? (own ? "endorse.go" : "report.go") : own ? "endorse.propose" : "report.propose"),
    why: [...missing, ...(own && !draft.value.sheet.opinion.trim() ? [t("opinion.needed")] : [])],
    wish: () => ({ verdict, sheet: draft.value.sheet }),
    ...(act.last ? { confirm: { title: t(own ? "endorse.confirm" : "report.confirm"), body: <p>{t(own ? "endorse.effect" : "report.effect")}</p> } } : {}),
  };
  return (
    <div className="act" data-density="officer">
      <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />
      <DecideProblem view={view} deciding={deciding} mine={draft.value.sheet.opinion} labelOf={() => t("opinion.label")} />
      <div className="act-columns">
        <div className="act-main">
          <FilingFacts words={words} />
          <Passage words={words} until={task.stage} />
        </div>
        <div className="act-side">
          <ReadinessList checks={checks} unsealed={papers.items.filter((paper) => paper.seal === "awaiting" && paper.state === "made" && paper.body === task.body)} />
          <section className="act-card" aria-labelledby="opinion">
            <h2 id="opinion">{t(own ? "endorse.title" : "report.title")}</h2>
            <OpinionForm
              draft={draft}
              problems={deciding.problem?.fields ?? []}
              caseNo={task.caseNo}
              label={t("opinion.label")}
              hint={t(own ? "endorse.hint" : "report.hint")}
              required={own}
            />
          </section>
        </div>
      </div>
      <DecideBar view={view} draft={draft} deciding={deciding} actions={[action]} left={view.mayDecide && <BackLink view={view} deciding={deciding} />} />
    </div>
  );
}
