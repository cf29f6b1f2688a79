import { lazy, Suspense, useState } from "react";
import type { Schemas } from "@/api/client";
import { Empty, Field, Loading, Tag, TextArea } from "@/design";
import { momentOf, useText } from "@/i18n";
import { Passage, toneOf } from "@/features/case/Passage";
import { saidBlocks } from "@/features/case/said/said";
import { Said } from "@/features/case/said/Said";
import { sheetOf } from "@/features/case/granted";
import { useCaseWords, type CaseWords } from "@/features/case/words";
import { ReceiptPreview } from "@/features/receipt/ReceiptPreview";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { AssessmentBeside } from "@/features/verification/AssessmentBeside";
import { ActSteps, useAct } from "./ActSteps";
import { grantedBy } from "@/features/case/granted";
import { FilingFacts } from "./FilingFacts";
import { PasswordAgain } from "./PasswordAgain";
import { proposal } from "./steps";
import "./act.css";
import "@/features/verification/verification.css";
import "@/features/receipt/receipt.css";

const AskedAgain = lazy(() => import("@/features/acceptance/AskedAgain").then((m) => ({ default: m.AskedAgain })));
const BatchOfCase = lazy(() => import("@/features/certification/BatchOfCase").then((m) => ({ default: m.BatchOfCase })));
const CertificateOfCase = lazy(() => import("@/features/certification/certificate/CertificateOfCase").then((m) => ({ default: m.CertificateOfCase })));

interface StepDraft {
  sheet: Schemas["StepSheet"];
}

const empty: StepDraft = { sheet: { words: "" } };

/** StepPanel is a later step of an act, 审核 or 签发: what the handler decided in full, and 同意 or 退回经办. */
export function StepPanel({ view, deciding }: PanelProps) {
  const t = useText("act");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const act = useAct(task.caseNo, task.stage, task.round);
  const draft = useSheet<StepDraft>(view, empty);
  const [password, setPassword] = useState("");
  const proposed = proposal(words.statements, task.stage, task.round);
  const said = draft.value.sheet.words;
  const problems = deciding.problem?.fields ?? [];
  const receipt = task.stage === "receipt" && act.last;
  const same = view.whyNot.some((why) => why.code === "samePerson");
  const verdictName = proposed?.verdictName ?? "";
  const agree: Action = {
    verdict: "agree",
    label: act.last ? t("sign.go", { verdict: verdictName }) : t("step.agree"),
    kind: receipt ? "danger" : "primary",
    why: act.password && !password ? [t("password.needed")] : [],
    wish: () => ({ verdict: "agree", sheet: draft.value.sheet, ...(act.password ? { password } : {}) }),
    ...(act.last ? { confirm: { title: t("step.confirm", { verdict: verdictName }), body: <p>{t("step.effect")}</p> } } : {}),
  };
  const sendBack: Action = {
    verdict: "sendBack", label: t("step.sendBack"), kind: "plain", why: said.trim() ? [] : [t("step.needWords")],
    wish: () => ({ verdict: "sendBack", sheet: draft.value.sheet }),
  };
  return (
    <div className="act" data-density="officer">
      <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />
      {same && <p className="act-same" role="note">{t("step.samePerson")}</p>}
      <DecideProblem view={view} deciding={deciding} mine={said} labelOf={(pointer) => (pointer === "/password" ? "" : t("step.words"))} />
      <div className="act-columns">
        <div className="act-main">
          <Proposed words={words} proposed={proposed} />
          <Suspense fallback={<Loading />}><Basis words={words} caseNo={task.caseNo} stage={task.stage} /></Suspense>
        </div>
        <div className="act-side">
          <section className="act-card" aria-labelledby="step">
            <h2 id="step">{t("step.title")}</h2>
            <Field id={fieldId("/sheet/words")} label={t("step.words")} hint={t("step.wordsHint")} error={wordsAt(problems, "/sheet/words")} optional>
              {(wiring) => <TextArea {...wiring} rows={4} value={said} onChange={(event) => draft.change({ sheet: { words: event.target.value } })} />}
            </Field>
            {act.password && <PasswordAgain value={password} onChange={setPassword} error={wordsAt(problems, "/password")} />}
          </section>
          {task.stage === "receipt" && proposed?.verdict === "issue" && (
            <ReceiptPreview words={words} caseNo={task.caseNo} granted={grantedBy(words.occupations, words.statements)} validFrom={sheetOf<"receipt">(proposed)?.validFrom} />
          )}
        </div>
      </div>
      <DecideBar view={view} draft={draft} deciding={deciding} actions={[agree, sendBack]} />
    </div>
  );
}

/** Proposed is what the first step decided, in full. */
function Proposed({ words, proposed }: { words: CaseWords; proposed: Schemas["Statement"] | undefined }) {
  const t = useText("act");
  if (!proposed) return <Empty title={t("step.nothing")} />;
  return (
    <section className="act-card act-proposed" aria-labelledby="proposed">
      <header>
        <h2 id="proposed">{t("step.proposed")}</h2>
        <Tag state={toneOf(proposed.verdict)}>{proposed.verdictName}</Tag>
        <span className="act-by">{t("step.by", { name: proposed.actor.name, when: momentOf(proposed.at) })}</span>
      </header>
      <Said blocks={saidBlocks(words, proposed, words.statements)} />
    </section>
  );
}

/** Basis is what the decision rests on: the experts for the verification, the facts and the way so far for the others. */
function Basis({ words, caseNo, stage }: { words: CaseWords; caseNo: string; stage: string }) {
  if (stage === "verification") return <AssessmentBeside words={words} />;
  if (stage === "acceptance") return <AskedAgain caseNo={caseNo} />;
  if (stage === "audit") return <BatchOfCase batchNo={caseNo} />;
  if (stage === "revocation") return <CertificateOfCase caseNo={caseNo} />;
  return (
    <>
      <FilingFacts words={words} />
      <Passage words={words} until={stage} />
    </>
  );
}
