import type { Schemas } from "@/api/client";
import { Field, TextArea, TextInput, Upload } from "@/design";
import { useText } from "@/i18n";
import { fieldId, wordsAt } from "@/features/task/fields";
import { LinesInput } from "@/features/visit/LinesInput";
import { instantOf, shanghaiOf, voted, type Sheet } from "./deliberation";
import { People, type Member } from "./People";
import { useSigned } from "./useSigned";

const now = () => shanghaiOf(new Date().toISOString());

/** MeetingForm takes time, place, people, minutes, votes, and what is to be looked at on site. */
export function MeetingForm({ view, sheet, members, problems, onSheet }: {
  view: Schemas["TaskView"];
  sheet: Sheet;
  members: readonly Member[];
  problems: readonly Schemas["FieldProblem"][];
  onSheet: (sheet: Sheet) => void;
}) {
  const t = useText("expert");
  const put = (part: Partial<Sheet>) => onSheet({ ...sheet, ...part });
  const minutes = useSigned(sheet.minutesFile, (minutesFile) => put({ minutesFile }));
  const wrong = (part: string) => wordsAt(problems, `/sheet/${part}`);
  const at = (part: string) => fieldId(`/sheet/${part}`);
  return (
    <section className="expert-sheet" aria-labelledby="meeting">
      <h2 id="meeting">{t("meeting.title")}</h2>
      <div className="expert-pair">
        <Field id={at("heldAt")} label={t("label.heldAt")} required error={wrong("heldAt")}>
          {(wiring) => <TextInput {...wiring} type="datetime-local" max={now()} value={shanghaiOf(sheet.heldAt)} onChange={(event) => put({ heldAt: instantOf(event.target.value) })} />}
        </Field>
        <Field id={at("place")} label={t("label.place")} required error={wrong("place")}>
          {(wiring) => <TextInput {...wiring} maxLength={200} value={sheet.place} onChange={(event) => put({ place: event.target.value })} />}
        </Field>
      </div>
      <People id={at("present")} legend={t("label.present")} members={members} value={sheet.present} error={wrong("present")} onChange={(present) => put({ present })} />
      <Field id={at("others")} label={t("label.others")} hint={t("hint.others")} optional error={wrong("others")}>
        {(wiring) => <LinesInput {...wiring} rows={2} value={sheet.others} onChange={(others) => put({ others })} />}
      </Field>
      <Field id={at("minutes")} label={t("label.minutes")} hint={t("hint.minutes")} error={wrong("minutes")}>
        {(wiring) => <TextArea {...wiring} rows={6} value={sheet.minutes} onChange={(event) => put({ minutes: event.target.value })} />}
      </Field>
      <Upload
        id={at("minutesFile")}
        purpose="proof"
        caseNo={view.task.caseNo}
        accept=".pdf,.docx,.jpg,.jpeg,.png"
        label={t("label.minutesFile")}
        value={minutes.signed ? [minutes.signed] : []}
        onChange={(documents) => minutes.onSigned(documents[0])}
        error={wrong("minutesFile")}
        trustOf={() => undefined}
        optional
      />
      <Votes sheet={sheet} wrong={wrong("vote")} onVote={(vote) => put({ vote })} />
      <Field id={at("lookAt")} label={t("label.lookAt")} hint={t("hint.lookAt")} optional error={wrong("lookAt")}>
        {(wiring) => <LinesInput {...wiring} rows={3} value={sheet.lookAt} onChange={(lookAt) => put({ lookAt })} />}
      </Field>
    </section>
  );
}

const sides = ["for", "against", "abstain"] as const;

/** Votes must add up to the experts present; the sum is said while they are typed. */
function Votes({ sheet, wrong, onVote }: { sheet: Sheet; wrong: string | undefined; onVote: (vote: Sheet["vote"]) => void }) {
  const t = useText("expert");
  const sum = voted(sheet);
  const present = sheet.present.length;
  return (
    <fieldset className="expert-votes" id={fieldId("/sheet/vote")} tabIndex={-1}>
      <legend>{t("label.vote")}</legend>
      {wrong && <p className="expert-wrong">{wrong}</p>}
      <div className="expert-votes-row">
        {sides.map((side) => (
          <label key={side} className="expert-vote">
            <span>{t(`vote.${side}`)}</span>
            <TextInput chars={4} inputMode="numeric" maxLength={2} value={sheet.vote[side] || ""} placeholder="0" onChange={(event) => onVote({ ...sheet.vote, [side]: Number(event.target.value.replace(/\D/g, "")) })} />
          </label>
        ))}
        <p className={sum === present ? "expert-sum" : "expert-sum expert-sum-off"} role="status">{t(sum === present ? "vote.fits" : "vote.off", { sum, present })}</p>
      </div>
    </fieldset>
  );
}
