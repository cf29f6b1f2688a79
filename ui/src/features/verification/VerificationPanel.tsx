import { useMemo } from "react";
import { ActSteps, useAct } from "@/features/act/ActSteps";
import { sheetOf } from "@/features/case/granted";
import { lastSaid, useCaseWords } from "@/features/case/words";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { useText } from "@/i18n";
import { AssessmentBeside } from "./AssessmentBeside";
import { ResultForm } from "./ResultForm";
import { gapsIn, presetOf, sentSheet, type Result, type VerificationDraft } from "./sheet";
import "./verification.css";

/** VerificationPanel is the first step of the verification result (核验结论), beside what the experts found. */
export function VerificationPanel({ view, deciding }: PanelProps) {
  const t = useText("verification");
  const { task, facts } = view;
  const words = useCaseWords(task.caseNo);
  const act = useAct(task.caseNo, task.stage, task.round);
  const assessment = sheetOf<"assessment">(lastSaid(words.statements, "assessment", "conclude"));
  const preset = useMemo(() => presetOf(facts, assessment), [facts, assessment]);
  const draft = useSheet<VerificationDraft>(view, preset);
  const { verdict } = draft.value;
  const gaps = gapsIn(draft.value, facts).map((gap) => t(gap, { min: facts.rectifyMin ?? 1, max: facts.rectifyMax ?? 0 }));
  const action = (result: Result): Action => ({
    verdict: result,
    label: t(act.last ? `go.${result}` : `propose.${result}`),
    kind: result === "fail" ? "danger" : "primary",
    why: gaps,
    wish: () => ({ verdict: result, sheet: sentSheet(draft.value) }),
    ...(result === "fail" || act.last ? { confirm: { title: t(`confirm.${result}`), body: <p>{t(act.last ? "confirm.effect" : "confirm.next")}</p> } } : {}),
  });
  const open = view.mayDecide;
  return (
    <div className="verification" data-density="officer">
      <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />
      <DecideProblem view={view} deciding={deciding} mine={mineOf(draft.value)} labelOf={(pointer) => t.of(`label.${pointer.split("/")[2] ?? ""}`, "")} />
      <div className="verification-columns">
        <AssessmentBeside words={words} />
        <ResultForm view={view} draft={draft} problems={deciding.problem?.fields ?? []} reference={words.reference} />
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={verdict ? [action(verdict)] : [{ verdict: "", label: t("choose"), why: gaps, wish: () => ({ verdict: "" }) }]}
        left={open && <BackLink view={view} deciding={deciding} />}
      />
    </div>
  );
}

/** mineOf gives the words that were typed, for keeping after a lost race. */
function mineOf({ sheet }: VerificationDraft): string {
  return [sheet.words, ...sheet.points.map((p) => p.text), ...sheet.grounds.map((g) => g.words)].filter((text) => text.trim() !== "").join("\n");
}
