import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { DocumentViewer, Empty, Field, Icon, Tabs, TextArea, TextInput } from "@/design";
import { dayOf, momentOf, useText } from "@/i18n";
import { sheetOf } from "@/features/case/granted";
import { useDocuments } from "@/features/case/queries";
import { lastSaid, useCaseWords, type CaseWords } from "@/features/case/words";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { papersQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { hintsOf } from "./hints";
import type { CommitmentSheet } from "./sheet";
import "./commitment.css";

/** CheckDraft is the officer's check as it is typed. */
interface CheckDraft {
  sheet: Schemas["CommitmentCheckSheet"];
}

const empty: CheckDraft = { sheet: { reasons: "", place: "" } };

/** CommitmentCheckPanel is the officer's check of the letter: the scan beside what was said of it; then accept, or return with reasons. */
export function CommitmentCheckPanel({ view, deciding }: PanelProps) {
  const t = useText("commitment");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const draft = useSheet<CheckDraft>(view, empty);
  const said = lastSaid(words.statements, "commitment", "submit");
  const letter = sheetOf<"commitment">(said);
  const { sheet } = draft.value;
  const set = (part: Partial<CheckDraft["sheet"]>) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, ...part } }));
  const wrong = (pointer: string) => deciding.problem?.fields.find((problem) => problem.pointer === pointer)?.message;
  if (!said || !letter) return <Empty title={t("check.nothing")} />;
  return (
    <div className="commit">
      <DecideProblem view={view} deciding={deciding} mine={sheet.reasons} labelOf={(pointer) => t.of(`field.${pointer.split("/").at(-1) ?? ""}`, "")} />
      <div className="commit-columns">
        <Papers caseNo={task.caseNo} letter={letter} />
        <div className="commit-form">
          {letter.form === "account" && <p className="commit-banner"><Icon name="info" />{t("banner")}</p>}
          <Said said={said} letter={letter} words={words} />
          <section className="commit-step">
            <h2>{t("check.own")}</h2>
            <Field label={t("check.place")} hint={t("check.place.hint")} id={fieldId("/sheet/place")} error={wrong("/sheet/place")} optional>
              {(wiring) => <TextInput {...wiring} value={sheet.place} maxLength={200} onChange={(event) => set({ place: event.target.value })} />}
            </Field>
            <Field label={t("check.reasons")} hint={t("check.reasons.hint")} id={fieldId("/sheet/reasons")} error={wrong("/sheet/reasons")}>
              {(wiring) => <TextArea {...wiring} rows={4} value={sheet.reasons} onChange={(event) => set({ reasons: event.target.value })} />}
            </Field>
          </section>
        </div>
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[
          { verdict: "accept", label: t("check.accept"), why: [], wish: () => ({ verdict: "accept", sheet: { ...sheet, reasons: "" } }) },
          { verdict: "return", label: t("check.return"), why: sheet.reasons.trim() ? [] : [t("gap.reasons")], wish: () => ({ verdict: "return", sheet }) },
        ]}
        left={view.mayDecide && <BackLink view={view} deciding={deciding} />}
      />
    </div>
  );
}

type Shown = "scan" | "authorisation" | "letter";

/** Papers shows the scan, the authorisation and the letter as the system made it. */
function Papers({ caseNo, letter }: { caseNo: string; letter: CommitmentSheet }) {
  const t = useText("commitment");
  const { data: papers } = useSuspenseQuery(papersQuery(caseNo));
  const made = papers.items.filter((paper) => paper.kind === "commitmentLetter" && paper.state === "made").at(-1);
  const { documents } = useDocuments([letter.scan, letter.authorisation].filter(Boolean));
  const items = ([["scan", letter.scan], ["authorisation", letter.authorisation], ["letter", made?.id]] as const).flatMap(([key, there]) => (there ? [{ key, label: t(`paper.${key}`) }] : []));
  const [picked, setPicked] = useState<Shown>();
  const current = picked ?? items[0]?.key ?? "letter";
  const file = documents.get(current === "scan" ? letter.scan : letter.authorisation);
  const paper = made && { caseNo, stage: made.stage, round: made.round, kind: made.kind };
  return (
    <section className="commit-letter" aria-label={t("letter")}>
      <Tabs<Shown> label={t("paper.choose")} items={items} current={current} onPick={setPicked} panelOf={() => "commit-paper"} />
      <div id="commit-paper" role="tabpanel" aria-label={t(`paper.${current}`)} className="commit-paper">
        {current === "letter" && made && paper && <DocumentViewer paper={paper} name={`${made.name}.pdf`} type="application/pdf" />}
        {current !== "letter" && file && (
          <DocumentViewer key={file.id} documentId={file.id} name={file.name} type={file.type ?? ""} reason={t("check.reading")} {...(current === "scan" && paper && made ? { compareWith: { paper, name: `${made.name}.pdf`, type: "application/pdf", label: t("paper.letter") } } : {})} />
        )}
      </div>
    </section>
  );
}

/** Said is what the enterprise says of its letter, with what the page can tell by itself. */
function Said({ said, letter, words }: { said: Schemas["Statement"]; letter: CommitmentSheet; words: CaseWords }) {
  const t = useText("commitment");
  const legal = words.applied?.application.unit.legalRepresentative ?? "";
  const passed = lastSaid(words.statements, "verification", "pass")?.at;
  const paper = letter.form === "paper";
  return (
    <section className="commit-step">
      <h2>{t("check.said")}</h2>
      <dl className="commit-said">
        <div><dt>{t("field.form")}</dt><dd>{t(paper ? "form.paper" : "form.account")}</dd></div>
        <div><dt>{t("field.signedBy")}</dt><dd>{letter.signedBy}</dd></div>
        {paper && letter.signedOn && <div><dt>{t("field.signedOn")}</dt><dd>{dayOf(letter.signedOn)}</dd></div>}
        {paper && <div><dt>{t("field.place")}</dt><dd>{letter.place}</dd></div>}
        <div><dt>{t("field.authorisation")}</dt><dd>{t(letter.authorisation ? "authorisation.uploaded" : "authorisation.onFileShort")}</dd></div>
        <div><dt>{t("check.by")}</dt><dd>{t("check.byWhom", { name: said.actor.name, when: momentOf(said.at) })}</dd></div>
      </dl>
      <ul className="commit-hints">
        {hintsOf(letter, { legal, passed }).map((hint) => <li key={hint.key} className={hint.ok ? "commit-hint-ok" : "commit-hint-look"}><Icon name={hint.ok ? "check" : "warning"} />{t(`hint.${hint.key}.${hint.ok ? "ok" : "look"}`, { legal })}</li>)}
      </ul>
    </section>
  );
}
