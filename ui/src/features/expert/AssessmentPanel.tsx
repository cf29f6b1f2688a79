import { useMemo } from "react";
import { Icon } from "@/design";
import { useText } from "@/i18n";
import { sheetOf } from "@/features/case/granted";
import { deliberationBlocks, visitBlocks } from "@/features/case/said/experts";
import { Said } from "@/features/case/said/Said";
import { lastSaid, useCaseWords, type CaseWords } from "@/features/case/words";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { OnBehalf, behalfGaps, behalfOf } from "@/features/task/OnBehalf";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { ExpertsMatrix } from "@/features/verification/ExpertsMatrix";
import { voicesIn } from "@/features/verification/matrix";
import { activities, gapsIn, presetOf, sentSheet, type AssessmentDraft, type Sheet } from "./assessment";
import { AssessmentForm } from "./AssessmentForm";
import { Reviews } from "./Reviews";
import { summaryOf, type Record } from "./summary";
import { useSigned } from "./useSigned";
import "@/features/verification/verification.css";
import "./expert.css";

/** AssessmentPanel is where the panel's leader draws up the written assessment (专家评估书面意见), beside the record of the four activities. */
export function AssessmentPanel({ view, deciding }: PanelProps) {
  const t = useText("expert");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const record = useMemo((): Record => {
    const { statements } = words;
    return { voices: voicesIn(statements), meeting: sheetOf<"deliberation">(lastSaid(statements, "deliberation", "conclude")), visit: sheetOf<"siteVisit">(lastSaid(statements, "siteVisit", "submit")) };
  }, [words]);
  const before = sheetOf<"assessment">(lastSaid(words.statements, "assessment", "conclude"));
  const wishes = wishesIn(words);
  const preset = useMemo(
    () => (before && wishes.length > 0 ? { sheetDocument: "", sheet: { ...before, signedSheet: "" } } : presetOf(summaryOf(t, words, record), record.visit, words.occupations)),
    [before, wishes.length, t, words, record],
  );
  const draft = useSheet<AssessmentDraft>(view, preset);
  const { sheet, sheetDocument } = draft.value;
  const { signed, onSigned } = useSigned(sheetDocument, (next) => draft.change((now) => ({ ...now, sheetDocument: next })));
  const articleOf = (number: number) => words.reference.conditions.find((c) => c.number === number)?.article ?? "";
  const why = gapsIn(sheet).map((gap) => t(gap.key, { article: articleOf(gap.number) }));

  return (
    <div className="expert" data-density="officer">
      {view.task.onBehalf && <p className="expert-rule"><Icon name="info" />{t("assess.behalf", { name: task.assignee?.name ?? "" })}</p>}
      <OnBehalf view={view} signed={signed} onSigned={onSigned} />
      <DecideProblem view={view} deciding={deciding} mine={mineOf(sheet)} labelOf={(pointer) => labelOf(t, pointer, articleOf)} />
      {wishes.length > 0 && (
        <section className="expert-wishes" aria-labelledby="wishes">
          <h2 id="wishes">{t("assess.wishes")}</h2>
          <ul>{wishes.map((wish) => <li key={wish.who}>{t("assess.wish", wish)}</li>)}</ul>
        </section>
      )}
      <div className="expert-two expert-two-form">
        <AssessmentForm sheet={sheet} words={words} problems={deciding.problem?.fields ?? []} onSheet={(next) => draft.change((now) => ({ ...now, sheet: next }))} />
        <section className="expert-beside" aria-labelledby="record">
          <h2 id="record">{t("assess.record")}</h2>
          <ExpertsMatrix voices={record.voices} materials={words.reference.materials} occupations={words.occupations} />
          <Reviews voices={record.voices} words={words} />
          {record.meeting && <details className="expert-whole"><summary>{t("activity.deliberation")}</summary><Said blocks={deliberationBlocks(words, record.meeting)} /></details>}
          {record.visit && <details className="expert-whole" open><summary>{t("activity.siteVisit")}</summary><Said blocks={visitBlocks(words, record.visit)} /></details>}
        </section>
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        left={view.mayDecide && <BackLink view={view} deciding={deciding} />}
        actions={[{
          verdict: "conclude",
          label: t("assess.go"),
          why: [...why, ...behalfGaps(view, signed, t("gap.signed"))],
          wish: () => ({ verdict: "conclude", sheet: sentSheet(sheet), ...behalfOf(view, signed) }),
          confirm: { title: t("assess.ask"), body: <p>{t("assess.what", { conclusion: words.t.of(`conclusion.${sheet.conclusion}`, "") })}</p> },
        }]}
      />
    </div>
  );
}

/** wishesIn lists what experts wanted revised when they last had the assessment before them. */
function wishesIn({ statements }: CaseWords): { who: string; words: string }[] {
  const concluded = lastSaid(statements, "assessment", "conclude")?.seq ?? 0;
  return statements
    .filter((said) => said.stage === "signature" && said.verdict === "revise" && said.seq > concluded)
    .map((said) => ({ who: said.onBehalf?.name || said.actor.name, words: sheetOf<"signature">(said)?.words ?? "" }));
}

function labelOf(t: ReturnType<typeof useText<"expert">>, pointer: string, articleOf: (number: number) => string): string {
  const [, , part, rest] = pointer.split("/");
  if (part === "summary") return t.of(`activity.${rest ?? ""}`, "");
  if (part === "findings" && rest) return articleOf(Number(rest) + 1);
  return t.of(`label.${part ?? ""}`, "");
}

/** mineOf gives the words that were typed, for keeping after a lost race. */
function mineOf(sheet: Sheet): string {
  return [...activities.map((activity) => sheet.summary[activity]), ...sheet.findings.map((f) => f.words), ...sheet.points.map((p) => p.text), sheet.reasons].filter((text) => text.trim() !== "").join("\n");
}
