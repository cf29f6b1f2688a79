import type { Schemas } from "@/api/client";
import { Choice, Field, TextArea } from "@/design";
import { useText } from "@/i18n";
import { appliedGrants } from "@/features/case/granted";
import type { CaseWords } from "@/features/case/words";
import { fieldId, wordsAt } from "@/features/task/fields";
import { GrantMatrix } from "@/features/verification/GrantMatrix";
import { PointsEditor } from "@/features/verification/PointsEditor";
import { activities, concluded, type Sheet } from "./assessment";

interface FormProps {
  sheet: Sheet;
  words: CaseWords;
  problems: readonly Schemas["FieldProblem"][];
  onSheet: (sheet: Sheet) => void;
}

/** AssessmentForm takes the four summaries, the findings on the five conditions, and the conclusion with what belongs to it. */
export function AssessmentForm({ sheet, words, problems, onSheet }: FormProps) {
  const t = useText("expert");
  return (
    <section className="expert-sheet" aria-labelledby="assessment">
      <h2 id="assessment">{t("assess.title")}</h2>
      {activities.map((activity, i) => (
        <Field key={activity} id={fieldId(`/sheet/summary/${activity}`)} label={t("activity.numbered", { n: t(`numeral.${i + 1}` as "numeral.1"), name: t(`activity.${activity}`) })} required error={wordsAt(problems, `/sheet/summary/${activity}`)}>
          {(wiring) => <TextArea {...wiring} rows={4} value={sheet.summary[activity]} onChange={(event) => onSheet({ ...sheet, summary: { ...sheet.summary, [activity]: event.target.value } })} />}
        </Field>
      ))}
      <Findings sheet={sheet} words={words} problems={problems} onSheet={onSheet} />
      <Conclusion sheet={sheet} words={words} problems={problems} onSheet={onSheet} />
    </section>
  );
}

const findings = ["met", "notMet", "notApplicable"] as const;

function Findings({ sheet, words, problems, onSheet }: FormProps) {
  const t = useText("expert");
  return (
    <fieldset className="expert-findings" id={fieldId("/sheet/findings")} tabIndex={-1}>
      <legend>{t("label.findings")}</legend>
      <p className="expert-hint">{t("assess.fromVisit")}</p>
      <ol>
        {words.reference.conditions.map((condition, i) => {
          const found = sheet.findings[i];
          if (!found) return null;
          const at = `/sheet/findings/${i}`;
          const put = (part: Partial<typeof found>) => onSheet({ ...sheet, findings: sheet.findings.with(i, { ...found, ...part }) });
          return (
            <li key={condition.number}>
              <Choice
                id={fieldId(`${at}/finding`)}
                legend={`${condition.article} ${condition.name}`}
                hint={condition.words}
                options={findings.map((value) => ({ value, label: words.t(`met.${value}`) }))}
                value={found.finding}
                onChange={(finding) => put({ finding })}
                error={wordsAt(problems, `${at}/finding`)}
                joined
                required
              />
              {found.finding && (found.finding !== "met" || found.words) && (
                <Field id={fieldId(`${at}/words`)} label={t("assess.findingWords")} required={found.finding !== "met"} error={wordsAt(problems, `${at}/words`)}>
                  {(wiring) => <TextArea {...wiring} rows={2} value={found.words} onChange={(event) => put({ words: event.target.value })} />}
                </Field>
              )}
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}

function Conclusion({ sheet, words, problems, onSheet }: FormProps) {
  const t = useText("expert");
  return (
    <>
      <Choice
        id={fieldId("/sheet/conclusion")}
        legend={t("label.conclusion")}
        options={(["recommend", "rectify", "notRecommend"] as const).map((value) => ({ value, label: words.t(`conclusion.${value}`), hint: t(`conclusion.${value}What`) }))}
        value={sheet.conclusion}
        onChange={(conclusion) => onSheet(concluded(sheet, conclusion))}
        error={wordsAt(problems, "/sheet/conclusion")}
        required
      />
      {sheet.conclusion === "recommend" && (
        <div id={fieldId("/sheet/recommended")} tabIndex={-1}>
          {wordsAt(problems, "/sheet/recommended") && <p className="expert-wrong">{wordsAt(problems, "/sheet/recommended")}</p>}
          <GrantMatrix bounds={appliedGrants(words.occupations)} value={sheet.recommended} levels={words.reference.levels} caption={t("label.recommended")} onChange={(recommended) => onSheet({ ...sheet, recommended })} />
        </div>
      )}
      {sheet.conclusion === "rectify" && (
        <PointsEditor points={sheet.points} conditions={words.reference.conditions} problems={problems.map((p) => ({ ...p, pointer: p.pointer.replace(/^\/sheet/, "") }))} onChange={(points) => onSheet({ ...sheet, points })} />
      )}
      {sheet.conclusion === "notRecommend" && (
        <Field id={fieldId("/sheet/reasons")} label={t("label.reasons")} required error={wordsAt(problems, "/sheet/reasons")}>
          {(wiring) => <TextArea {...wiring} rows={5} value={sheet.reasons} onChange={(event) => onSheet({ ...sheet, reasons: event.target.value })} />}
        </Field>
      )}
    </>
  );
}
