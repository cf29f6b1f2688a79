import { Choice } from "@/design";
import { useState } from "react";
import { useText } from "@/i18n";
import { Part, Prose } from "./fields";
import { Files } from "./Files";
import { PlanNumbers } from "./PlanNumbers";
import type { Content, SectionProps } from "./section";

type Form = Content["plan"]["form"];

/** planParts are the twelve parts of 附件2 in words: four that come before, and the eight safeguards. */
export const planParts = ["profile", "candidates", "evaluation", "results", "policy", "bodies", "facilities", "regulations", "team", "teaching", "quality", "informatics"] as const satisfies readonly (keyof Form)[];

const before = 4;

/** PlanSection is 附件2 《工作方案》: a Word or PDF file, or twelve parts in words; and the planned numbers in either case. */
export function PlanSection({ applicationId, content: plan, change, application, documents, caseNo, readOnly, gaps }: SectionProps<"plan">) {
  const t = useText("application");
  const set = (part: Partial<typeof plan>) => change((known) => ({ ...known, ...part }));
  const written = planParts.some((part) => plan.form[part] !== "");
  const [chosen, setChosen] = useState<"file" | "words">();
  const way = chosen ?? (plan.document === "" && written ? "words" : "file");
  return (
    <>
      <Part title={t("plan.text")} lead={t("plan.textLead")}>
        {!readOnly && (
          <Choice
            id="plan-way"
            legend={t("plan.way")}
            options={[
              { value: "file", label: t("plan.way.file"), hint: t("plan.way.fileHint") },
              { value: "words", label: t("plan.way.words"), hint: t("plan.way.wordsHint") },
            ]}
            value={way}
            onChange={setChosen}
          />
        )}
        {(way === "file" || plan.document !== "") && (
          <Files at="/plan/document" ids={plan.document ? [plan.document] : []} set={([id = ""]) => set({ document: id })} documents={documents} purpose="material" caseNo={caseNo} accept=".docx,.pdf" />
        )}
        {way === "words" && plan.document !== "" && <p className="app-note">{t("plan.bothNote")}</p>}
        {way === "file" && plan.document === "" && gaps.under("/plan/form").length > 0 && <p className="app-note">{t("plan.eitherNote")}</p>}
      </Part>
      {(way === "words" || (readOnly && written)) && (
        <Part title={t("plan.parts")}>
          {planParts.map((part, i) => (
            <div key={part} className="app-plan-part">
              {i === before && <h3>{t("plan.safeguards")}</h3>}
              <Prose at={`/plan/form/${part}`} value={plan.form[part]} set={(words) => set({ form: { ...plan.form, [part]: words } })} rows={4} />
            </div>
          ))}
        </Part>
      )}
      <PlanNumbers applicationId={applicationId} numbers={plan.numbers} rows={application.occupations.rows} change={(numbers) => set({ numbers })} readOnly={readOnly} gaps={gaps} />
    </>
  );
}
