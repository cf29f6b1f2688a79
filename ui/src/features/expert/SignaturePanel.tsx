import { useMemo } from "react";
import { Choice, Empty, Field, TextArea } from "@/design";
import { useText } from "@/i18n";
import { sheetOf } from "@/features/case/granted";
import { lastSaid, useCaseWords } from "@/features/case/words";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import { OnBehalf, behalfGaps, behalfOf } from "@/features/task/OnBehalf";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { AssessmentDocument } from "./AssessmentDocument";
import { useSigned } from "./useSigned";
import "@/features/verification/verification.css";
import "./expert.css";

const ways = ["sign", "dissent", "revise"] as const;

/** Way is how an expert answers the written assessment. */
type Way = (typeof ways)[number];

interface SignatureDraft {
  verdict: Way;
  sheet: { words: string; signedSheet: string };
  sheetDocument: string;
}

const empty: SignatureDraft = { verdict: "sign", sheet: { words: "", signedSheet: "" }, sheetDocument: "" };

/** SignaturePanel lays the written assessment before an expert in full: to sign, to sign with a dissent, or to ask for a revision. */
export function SignaturePanel({ view, deciding }: PanelProps) {
  const t = useText("expert");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const said = lastSaid(words.statements, "assessment", "conclude");
  const assessment = sheetOf<"assessment">(said);
  const draft = useSheet<SignatureDraft>(view, empty);
  const { verdict, sheet, sheetDocument } = draft.value;
  const { signed, onSigned } = useSigned(sheetDocument, (next) => draft.change((now) => ({ ...now, sheetDocument: next })));
  const problems = deciding.problem?.fields ?? [];
  const signatures = useMemo(() => words.statements.filter((s) => s.stage === "signature" && s.round === task.round), [words.statements, task.round]);
  const wanting = verdict !== "sign" && !sheet.words.trim() ? [t(`sign.gap.${verdict}`)] : [];
  if (!said || !assessment) return <Empty title={t("sign.none")} />;

  return (
    <div className="expert" data-density="officer">
      <OnBehalf view={view} signed={signed} onSigned={onSigned} />
      <DecideProblem view={view} deciding={deciding} mine={sheet.words} labelOf={() => ""} />
      <div className="expert-sign">
        <AssessmentDocument said={said} sheet={assessment} words={words} enterprise={task.enterpriseName} caseNo={task.caseNo} signatures={signatures} />
        {view.mayDecide && (
          <section className="expert-sheet expert-sign-form" aria-labelledby="sign">
            <h2 id="sign">{t("sign.title")}</h2>
            <Choice
              legend={t("sign.legend")}
              legendHidden
              options={ways.map((value) => ({ value, label: t(`sign.${value}`), hint: t(`sign.${value}What`) }))}
              value={verdict}
              onChange={(next) => draft.change((now) => ({ ...now, verdict: next }))}
              required
            />
            {verdict !== "sign" && (
              <Field id={fieldId("/sheet/words")} label={t(`sign.words.${verdict}`)} required error={wordsAt(problems, "/sheet/words")}>
                {(wiring) => <TextArea {...wiring} rows={6} value={sheet.words} onChange={(event) => draft.change((now) => ({ ...now, sheet: { ...now.sheet, words: event.target.value } }))} />}
              </Field>
            )}
          </section>
        )}
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[{
          verdict,
          label: t(`sign.go.${verdict}`),
          why: [...wanting, ...behalfGaps(view, signed, t("gap.signed"))],
          wish: () => ({ verdict, sheet: verdict === "sign" ? { ...sheet, words: "" } : sheet, ...behalfOf(view, signed) }),
          confirm: { title: t(`sign.ask.${verdict}`), body: <p>{task.onBehalf ? t("submit.behalfWhat", { name: task.assignee?.name ?? "" }) : t(`sign.effect.${verdict}`)}</p> },
        }]}
      />
    </div>
  );
}
