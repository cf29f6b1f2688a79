import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Choice, DocumentViewer, goTo, Icon, Loading, WhyList } from "@/design";
import { today, useText } from "@/i18n";
import { useFiles } from "@/features/application/files";
import { lastSaid, useCaseWords } from "@/features/case/words";
import { sheetOf } from "@/features/case/granted";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { papersQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { AccountForm } from "./AccountForm";
import { Authorisation, PaperForm } from "./PaperForm";
import { emptyCommitment, gapsIn, sentSheet, type CommitmentDraft, type CommitmentSheet } from "./sheet";
import "./commitment.css";

/** CommitmentPanel hands in the letter (承诺书): read or printed here, signed and stamped on paper, its scan uploaded; or by account where policy allows it. */
export function CommitmentPanel({ view, deciding }: PanelProps) {
  const t = useText("commitment");
  const { task } = view;
  const facts = view.facts as Schemas["TaskFacts"];
  const words = useCaseWords(task.caseNo);
  const documents = useFiles();
  const { data: papers } = useSuspenseQuery(papersQuery(task.caseNo));
  const letter = papers.items.filter((paper) => paper.kind === "commitmentLetter").at(-1);
  const back = lastSaid(words.statements, "commitmentCheck", "return");
  const before = sheetOf<"commitment">(lastSaid(words.statements, "commitment", "submit"));
  const draft = useSheet<CommitmentDraft>(view, emptyCommitment(words.applied?.application.unit.legalRepresentative ?? "", back && before));
  const [password, setPassword] = useState("");
  const [read, setRead] = useState(false);
  const { sheet } = draft.value;
  const set = (part: Partial<CommitmentSheet>) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, ...part } }));
  const made = letter?.state === "made";
  const gaps = gapsIn(sheet, { facts, today: today(), letter: made, password, read });
  const problems = deciding.problem?.fields ?? [];
  const wrong = (pointer: string) => problems.find((problem) => problem.pointer === pointer)?.message;
  const account = sheet.form === "account";
  const form = { sheet, set, documents, caseNo: task.caseNo, wrong };

  return (
    <div className="commit commit-give">
      <Returned said={back} />
      <DecideProblem view={view} deciding={deciding} mine="" labelOf={(pointer) => t.of(`field.${pointer.split("/").at(-1) ?? ""}`, "")} />
      <div className="commit-columns">
        <section className="commit-letter" aria-label={t("letter")}>
          {made && letter ? (
            <DocumentViewer paper={{ caseNo: task.caseNo, stage: letter.stage, round: letter.round, kind: letter.kind }} name={`${letter.name}.pdf`} type="application/pdf" />
          ) : (
            <div className="commit-due"><Loading shape="block" label={t("letter.due")} /><p role="status">{t("letter.due")}</p></div>
          )}
        </section>
        <div className="commit-form">
          {facts.accountForm && (
            <Choice legend={t("form")} joined options={[{ value: "paper", label: t("form.paper") }, { value: "account", label: t("form.account") }]} value={account ? "account" : "paper"} onChange={(value) => set({ form: value })} id={fieldId("/sheet/form")} error={wrong("/sheet/form")} />
          )}
          {account && (
            <p className="commit-banner"><Icon name="info" />{t("banner")}</p>
          )}
          {account ? (
            <AccountForm {...form} password={password} onPassword={setPassword} passwordError={wrong("/password")} read={read} onRead={setRead} />
          ) : (
            <PaperForm {...form} letter={made ? letter : undefined} />
          )}
          <Authorisation {...form} onFile={facts.authorised} step={account ? undefined : 4} />
          {gaps.length > 0 && (
            <div className="commit-left"><WhyList title={t("left")} reasons={gaps.map((gap) => ({ text: t(gap.key), onGo: () => goTo(fieldId(gap.pointer)) }))} /></div>
          )}
        </div>
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[{
          verdict: "submit",
          label: t(account ? "go.account" : "go.paper"),
          why: gaps.map((gap) => t(gap.key)),
          wish: () => ({ verdict: "submit", sheet: sentSheet(sheet, facts), ...(account ? { password } : {}) }),
        }]}
      />
    </div>
  );
}

/** Returned says why the letter came back. */
function Returned({ said }: { said: Schemas["Statement"] | undefined }) {
  const t = useText("commitment");
  const reasons = sheetOf<"commitmentCheck">(said)?.reasons;
  if (!reasons) return null;
  return (
    <section className="commit-returned" role="note" aria-label={t("returned")}>
      <Icon name="warning" />
      <div>
        <p className="commit-returned-title">{t("returned")}</p>
        <p className="commit-words">{reasons}</p>
      </div>
    </section>
  );
}
