import type { Schemas } from "@/api/client";
import { DocumentHead } from "@/design";
import { dayOf, momentOf, useText } from "@/i18n";
import { appliedGrants, sheetOf } from "@/features/case/granted";
import { pointLine, conditionOf } from "@/features/case/said/words";
import type { CaseWords } from "@/features/case/words";
import { GrantMatrix } from "@/features/verification/GrantMatrix";
import { voicesIn } from "@/features/verification/matrix";
import { activities, type Sheet } from "./assessment";

/** AssessmentDocument is the written assessment as the document that is signed. */
export function AssessmentDocument({ said, sheet, words, enterprise, caseNo, signatures }: {
  said: Schemas["Statement"];
  sheet: Sheet;
  words: CaseWords;
  enterprise: string;
  caseNo: string;
  signatures: readonly Schemas["Statement"][];
}) {
  const t = useText("expert");
  const author = said.onBehalf?.name || said.actor.name;
  return (
    <DocumentHead title={t("assess.title")} no={caseNo} date={said.at.slice(0, 10)}>
      <p className="expert-doc-lead">{t("doc.lead", { enterprise })}</p>
      {activities.map((activity, i) => (
        <section key={activity}>
          <h3>{t("activity.numbered", { n: t(`numeral.${i + 1}` as "numeral.1"), name: t(`activity.${activity}`) })}</h3>
          <p className="expert-doc-words">{sheet.summary[activity]}</p>
        </section>
      ))}
      <section>
        <h3>{t("activity.numbered", { n: t("numeral.5"), name: t("label.findings") })}</h3>
        <ol className="expert-doc-findings">
          {sheet.findings.map((f) => (
            <li key={f.number}>
              <span>{conditionOf(words, f.number)}</span>
              <strong className={`expert-doc-${f.finding || "none"}`}>{words.t.of(`met.${f.finding}`, "")}</strong>
              {f.words && <span className="expert-doc-note">{f.words}</span>}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{t("activity.numbered", { n: t("numeral.6"), name: t("label.conclusion") })}</h3>
        <p className="expert-doc-conclusion">{words.t.of(`conclusion.${sheet.conclusion}`, "")}</p>
        {sheet.recommended.length > 0 && <GrantMatrix bounds={appliedGrants(words.occupations)} value={sheet.recommended} levels={words.reference.levels} caption={t("label.recommended")} />}
        {sheet.points.length > 0 && <ol className="expert-doc-points">{sheet.points.map((point) => <li key={point.condition + point.text}>{pointLine(words, point)}</li>)}</ol>}
        {sheet.reasons && <p className="expert-doc-words">{sheet.reasons}</p>}
      </section>
      <footer className="expert-doc-foot">
        <p>{t("doc.by", { name: author, date: dayOf(said.at) })}{said.onBehalf?.name ? t("doc.entered", { name: said.actor.name }) : ""}</p>
        <Signatures words={words} signatures={signatures} />
      </footer>
    </DocumentHead>
  );
}

/** Signatures says of each expert of the panel whether they have signed this version. */
function Signatures({ words, signatures }: { words: CaseWords; signatures: readonly Schemas["Statement"][] }) {
  const t = useText("expert");
  return (
    <ul className="expert-doc-signatures" aria-label={t("doc.signatures")}>
      {voicesIn(words.statements).map((voice, i) => {
        const signed = signatures.find((s) => (s.onBehalf?.id || s.actor.id) === voice.id);
        const own = sheetOf<"signature">(signed)?.words;
        return (
          <li key={voice.id}>
            <span>{voice.name || t("people.nameless", { n: i + 1 })}{voice.leader && t("people.leader")}</span>
            <span className={signed ? "expert-doc-signed" : "expert-doc-open"}>{signed ? t("doc.signed", { verdict: signed.verdictName, when: momentOf(signed.at) }) : t("doc.open")}</span>
            {own && <span className="expert-doc-note">{own}</span>}
          </li>
        );
      })}
    </ul>
  );
}
