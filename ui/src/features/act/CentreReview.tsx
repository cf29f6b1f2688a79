import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHotkeys } from "@/design";
import { filesOf, materialFiles } from "@/features/case/materials";
import { CheckRecord } from "@/features/case/CheckRecord";
import { MaterialViewer } from "@/features/case/MaterialViewer";
import { lastSaid, useCaseWords } from "@/features/case/words";
import { sheetOf } from "@/features/case/granted";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { PanelProps } from "@/features/task/panel";
import { papersQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { useText } from "@/i18n";
import { ActSteps, useAct } from "./ActSteps";
import { CityVerdicts } from "./CityVerdicts";
import { MaterialList } from "./MaterialList";
import { emptyOpinion, type OpinionDraft } from "./opinion";
import { OpinionForm } from "./OpinionForm";
import "./review.css";

/** CentreReview is the centre's review (复核): what the city saw, read-only, with its verdicts; then 同意 or 退回. */
export function CentreReview({ view, deciding }: PanelProps) {
  const t = useText("act");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const act = useAct(task.caseNo, task.stage, task.round);
  const { data: papers } = useSuspenseQuery(papersQuery(task.caseNo));
  const draft = useSheet<OpinionDraft>(view, emptyOpinion);
  const [current, setCurrent] = useState(1);
  const { materials } = words.reference;
  const seven = words.applied ? materialFiles(words.applied.application, materials) : [];
  const shown = seven.find((material) => material.number === current);
  const acceptance = sheetOf<"acceptance">(lastSaid(words.statements, "acceptance", "accept"));
  const form = papers.items.filter((paper) => paper.kind === "applicationForm" && paper.state === "made").at(-1);
  useHotkeys(Object.fromEntries(materials.map(({ number, name }) => [String(number), { run: () => setCurrent(number), label: name }])));
  return (
    <div className="review" data-density="officer">
      <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />
      <DecideProblem view={view} deciding={deciding} mine={draft.value.sheet.opinion} labelOf={() => t("opinion.label")} />
      <div className="review-desk">
        <MaterialList materials={materials} files={seven} acceptance={acceptance} current={current} onPick={setCurrent} />
        <section className="review-view" aria-label={materials.find((m) => m.number === current)?.name}>
          {shown && (
            <MaterialViewer
              key={current}
              ids={filesOf(shown)}
              {...(current === 2 && form ? { paper: { ...form, caseNo: task.caseNo } } : {})}
              reason={t("review.reason", { caseNo: task.caseNo })}
              empty={<CheckRecord check={acceptance?.onlineChecks.find((c) => c.material === current)} pending={shown.onlineCheck} />}
            />
          )}
        </section>
        <aside className="review-side">
          <CityVerdicts words={words} material={current} acceptance={acceptance} />
          <OpinionForm draft={draft} problems={deciding.problem?.fields ?? []} caseNo={task.caseNo} label={t("review.opinion")} rows={3} attach={false} />
        </aside>
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[{ verdict: "agree", label: t(act.last ? "review.go" : "review.propose"), why: [], wish: () => ({ verdict: "agree", sheet: draft.value.sheet }) }]}
        left={view.mayDecide && <BackLink view={view} deciding={deciding} />}
      />
    </div>
  );
}
