import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Choice, Field, TextArea } from "@/design";
import { today, useText } from "@/i18n";
import { ActSteps, useAct } from "@/features/act/ActSteps";
import { FilingFacts } from "@/features/act/FilingFacts";
import { GroundsEditor } from "@/features/act/GroundsEditor";
import { PasswordAgain } from "@/features/act/PasswordAgain";
import { Passage } from "@/features/case/Passage";
import { useCaseWords } from "@/features/case/words";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar, type Action } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { DatePick } from "@/features/shell/DatePick";
import { ReceiptPreview } from "./ReceiptPreview";
import { emptyReceipt, gapsIn, sentSheet, type ReceiptDraft } from "./sheet";
import { windowOf } from "./validity";
import "./receipt.css";

/** ReceiptPanel is the first step of the Department's decision on the receipt (备案回执): the facts on one page, and what it will say. */
export function ReceiptPanel({ view, deciding }: PanelProps) {
  const t = useText("receipt");
  const { task, facts } = view;
  const words = useCaseWords(task.caseNo);
  const act = useAct(task.caseNo, task.stage, task.round);
  const draft = useSheet<ReceiptDraft>(view, emptyReceipt);
  const [password, setPassword] = useState("");
  const problems = deciding.problem?.fields ?? [];
  const granted = facts.granted ?? [];
  const window = windowOf(today(), facts.receiptAhead ?? 0);
  const { verdict, sheet } = draft.value;
  const put = (change: Partial<Schemas["ReceiptSheet"]>) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, ...change } }));
  const gaps = gapsIn(draft.value, granted.length, window).map((gap) => t(gap, { days: facts.receiptAhead ?? 0 }));
  const action: Action = {
    verdict,
    label: t(act.last ? `go.${verdict}` : `propose.${verdict}`),
    kind: act.last || verdict === "decline" ? "danger" : "primary",
    why: [...gaps, ...(act.password && !password ? [t("gap.password")] : [])],
    wish: () => ({ verdict, sheet: sentSheet(draft.value), ...(act.password ? { password } : {}) }),
    ...(act.last || verdict === "decline" ? { confirm: { title: t(`confirm.${verdict}`), body: <p>{t(act.last ? "confirm.effect" : "confirm.next")}</p> } } : {}),
  };
  return (
    <div className="act receipt" data-density="officer">
      <ActSteps caseNo={task.caseNo} stage={task.stage} round={task.round} />
      <DecideProblem view={view} deciding={deciding} mine={[sheet.words, ...sheet.grounds.map((g) => g.words)].filter(Boolean).join("\n")} labelOf={(pointer) => t.of(`label.${pointer.split("/")[2] ?? ""}`, "")} />
      <div className="act-columns">
        <div className="act-main">
          <FilingFacts words={words} granted={granted} />
          <Passage words={words} until={task.stage} />
        </div>
        <div className="act-side">
          <section className="act-card" aria-labelledby="receipt-decision">
            <h2 id="receipt-decision">{t("decision")}</h2>
            <Choice<ReceiptDraft["verdict"]>
              legend={t("decision")}
              legendHidden
              inline
              options={view.verdicts.flatMap(({ code, name }) => (code === "issue" || code === "decline" ? [{ value: code, label: name }] : []))}
              value={verdict}
              onChange={(value) => draft.change((before) => ({ ...before, verdict: value }))}
            />
            {verdict === "issue" ? (
              <Field id={fieldId("/sheet/validFrom")} label={t("validFrom")} hint={t("validFromHint", { days: facts.receiptAhead ?? 0 })} error={wordsAt(problems, "/sheet/validFrom")} optional>
                {(wiring) => <DatePick {...wiring} min={window.first} max={window.last} value={sheet.validFrom ?? ""} onChange={(validFrom) => put({ validFrom })} />}
              </Field>
            ) : (
              <GroundsEditor grounds={sheet.grounds} clauses={words.reference.clauses} problems={problems} onChange={(grounds) => put({ grounds })} />
            )}
            <Field id={fieldId("/sheet/words")} label={t("words")} error={wordsAt(problems, "/sheet/words")} optional>
              {(wiring) => <TextArea {...wiring} rows={2} value={sheet.words} onChange={(event) => put({ words: event.target.value })} />}
            </Field>
            {act.password && <PasswordAgain value={password} onChange={setPassword} error={wordsAt(problems, "/password")} />}
          </section>
          {verdict === "issue" && <ReceiptPreview words={words} caseNo={task.caseNo} granted={granted} validFrom={sheet.validFrom} />}
        </div>
      </div>
      <DecideBar view={view} draft={draft} deciding={deciding} actions={[action]} left={view.mayDecide && <BackLink view={view} deciding={deciding} />} />
    </div>
  );
}
