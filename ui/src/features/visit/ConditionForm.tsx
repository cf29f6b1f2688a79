import type { ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { Field, TextArea, VerdictMark, type Finding as Mark } from "@/design";
import { useText } from "@/i18n";
import type { About } from "./outbox/record";

type Finding = Schemas["ConditionFinding"];

const choices = [["met", "pass"], ["notMet", "refuse"], ["notApplicable", ""]] as const satisfies readonly (readonly [Finding["finding"], Mark])[];

/** ConditionForm asks whether one condition of notice 一 is met, for words where it is not, and for photos. It serves the phone and the desk. */
export function ConditionForm({ heading, level, condition, finding, photographed, wrong, photos, rows, onChange }: {
  /** The id and level of the heading. */
  heading: string;
  level: 1 | 2 | 3;
  condition: About["conditions"][number];
  finding: Finding;
  photographed: boolean;
  /** wrong gives the server's sentence about a part of the finding. */
  wrong?: (part: "finding" | "words" | "photos") => string | undefined;
  photos: ReactNode;
  /** The height of the words, in lines. */
  rows: number;
  onChange: (part: Partial<Finding>) => void;
}) {
  const t = useText("visit");
  const Heading = `h${level}` as const;
  const at = `f-findings-${condition.number - 1}`;
  const explained = finding.finding === "notMet" || finding.finding === "notApplicable";
  const lacking = finding.finding === "notMet" && !photographed ? t("photo.required") : undefined;
  return (
    <>
      <header className="visit-condition">
        <p className="visit-article">{t("condition.article", { article: condition.article })}</p>
        <Heading id={heading} tabIndex={-1}>{condition.name}</Heading>
        <p className="visit-clause">{condition.words}</p>
      </header>
      <fieldset className="visit-choice" aria-describedby={wrong?.("finding") ? `${at}-wrong` : undefined}>
        <legend className="visually-hidden">{t("condition.choose", { name: condition.name })}</legend>
        {wrong?.("finding") && <p id={`${at}-wrong`} className="visit-wrong">{wrong("finding")}</p>}
        <div className="visit-choice-row">
          {choices.map(([value, mark], i) => (
            <label key={value} className={`visit-choice-one visit-choice-${value}`}>
              <input type="radio" id={i === 0 ? `${at}-finding` : undefined} name={at} value={value} checked={finding.finding === value} onChange={() => onChange({ finding: value })} />
              {mark ? <VerdictMark finding={mark} /> : <span className="visit-item-dash" aria-hidden="true" />}
              <span>{t(`finding.${value}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field id={`${at}-words`} label={t(explained ? `condition.words.${finding.finding as "notMet" | "notApplicable"}` : "condition.note")} required={explained} optional={!explained} error={wrong?.("words")}>
        {(props) => <TextArea {...props} rows={rows} value={finding.words} onChange={(event) => onChange({ words: event.target.value })} />}
      </Field>
      <div id={`${at}-photos`} tabIndex={-1} className="visit-photo-part">
        {(wrong?.("photos") ?? lacking) && <p className="visit-wanted">{wrong?.("photos") ?? lacking}</p>}
        {photos}
      </div>
    </>
  );
}
