import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Button, Check, Choice, Field, Icon, TextArea } from "@/design";
import { useText } from "@/i18n";
import { caseQuery } from "@/features/task/queries";
import type { ReviewDraft } from "./review";

/** Declaration comes before anything is shown: whether the expert has an interest in the applicant (回避), and secrecy (保密). */
export function Declaration({ view, value, put }: { view: Schemas["TaskView"]; value: ReviewDraft; put: (part: Partial<ReviewDraft>) => void }) {
  const t = useText("expert");
  const { task } = view;
  const behalf = task.onBehalf;
  const { interest, sheet, note } = value;
  const declare = (next: "none" | "some") => put({ interest: next, begun: false, sheet: { ...sheet, noConflict: next === "none" } });
  const why = [...(interest === "none" ? [] : [t("declare.whyInterest")]), ...(sheet.confidential ? [] : [t("declare.whySecret")])];
  return (
    <section className="expert-declare" aria-labelledby="declare">
      <h2 id="declare">{t("declare.title")}</h2>
      <p>{behalf ? t("declare.behalf", { name: task.assignee?.name ?? "", enterprise: task.enterpriseName }) : t("declare.what", { enterprise: task.enterpriseName })}</p>
      <ul className="expert-kinds">
        {(["kin", "post", "paid", "other"] as const).map((kind) => <li key={kind}>{t(`declare.${kind}`)}</li>)}
      </ul>
      <Choice
        id="f-sheet-noConflict"
        legend={t("declare.interest")}
        options={[{ value: "none", label: t("declare.none") }, { value: "some", label: t("declare.some") }]}
        value={interest}
        onChange={declare}
        required
      />
      {interest === "some" ? (
        <StepBack view={view} note={note} onNote={(words) => put({ note: words })} />
      ) : (
        <Check
          id="f-sheet-confidential"
          label={t("declare.secret")}
          hint={t("declare.secretWhat")}
          checked={sheet.confidential}
          onChange={(confidential) => put({ sheet: { ...sheet, confidential } })}
          required
        />
      )}
      {interest !== "some" && <Button kind="primary" why={why} onClick={() => put({ begun: true, sheet: { ...sheet, noConflict: true } })}>{t("declare.begin")}</Button>}
    </section>
  );
}

/** StepBack tells an expert who has an interest what to do: stop here, and have another appointed. */
function StepBack({ view, note, onNote }: { view: Schemas["TaskView"]; note: string; onNote: (words: string) => void }) {
  const t = useText("expert");
  const { task } = view;
  const { data: now } = useSuspenseQuery(caseQuery(task.caseNo));
  const [copied, setCopied] = useState<"yes" | "no">();
  const words = t("back.words", { caseNo: task.caseNo, enterprise: task.enterpriseName, why: note.trim() || t("back.noWhy") });
  const copy = () => navigator.clipboard.writeText(words).then(() => setCopied("yes"), () => setCopied("no"));
  return (
    <div className="expert-back" role="group" aria-label={t("back.title")}>
      <p className="expert-back-title"><Icon name="info" />{t("back.title")}</p>
      <p>{t("back.what", { body: now.competent.name })}</p>
      <Field label={t("back.why")} optional>
        {(props) => <TextArea {...props} rows={2} value={note} onChange={(event) => onNote(event.target.value)} />}
      </Field>
      <blockquote className="expert-back-words" tabIndex={0}>{words}</blockquote>
      <div className="expert-actions">
        <Button icon="file" onClick={() => void copy()}>{t("back.copy")}</Button>
        {copied && <span role="status">{t(copied === "yes" ? "back.copied" : "back.notCopied")}</span>}
      </div>
    </div>
  );
}
