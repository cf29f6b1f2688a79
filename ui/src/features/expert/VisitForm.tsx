import type { Schemas } from "@/api/client";
import { Field, Upload } from "@/design";
import { today, useText } from "@/i18n";
import { fieldId, wordsAt } from "@/features/task/fields";
import { ConditionForm } from "@/features/visit/ConditionForm";
import { LookAt } from "@/features/visit/ArrivalScreen";
import { LinesInput } from "@/features/visit/LinesInput";
import type { About, Place, Sheet } from "@/features/visit/outbox/record";
import { documentsAt, findingOf, withFinding } from "@/features/visit/outbox/sheet";
import { Contacts, Places } from "@/features/visit/Whereabouts";
import { DatePick } from "@/features/shell/DatePick";
import { People, type Member } from "./People";
import { useFiles } from "./useFiles";

/** VisitForm is the whole record of a site visit on one page. */
export function VisitForm({ view, about, sheet, members, least, problems, onSheet }: {
  view: Schemas["TaskView"];
  about: About;
  sheet: Sheet;
  members: readonly Member[];
  least: number;
  problems: readonly Schemas["FieldProblem"][];
  onSheet: (sheet: Sheet) => void;
}) {
  const t = useText("visit");
  const put = (part: Partial<Sheet>) => onSheet({ ...sheet, ...part });
  const wrong = (part: string) => wordsAt(problems, `/sheet/${part}`);
  const at = (part: string) => fieldId(`/sheet/${part}`);
  const photos = (place: Exclude<Place, "sheet">) => (
    <Photos
      caseNo={view.task.caseNo}
      label={t(place === 0 ? "check.otherPhotos" : "photo.title")}
      slot={`visit/${view.task.caseNo}/${view.task.id}/${place}`}
      ids={documentsAt(sheet, place)}
      onIds={(ids) => (place === 0 ? put({ photos: ids }) : onSheet(withFinding(sheet, place, { photos: ids })))}
    />
  );
  return (
    <div className="expert-visit">
      <section className="expert-visit-head" aria-labelledby="arrival">
        <h2 id="arrival">{t("arrival.heading")}</h2>
        <dl className="visit-facts">
          <Places places={about.addresses} />
          <Contacts contacts={about.contacts} />
        </dl>
        <LookAt matters={about.lookAt} />
        <Field id={at("visitedOn")} label={t("arrival.date")} required error={wrong("visitedOn")}>
          {(wiring) => <DatePick {...wiring} max={today()} value={sheet.visitedOn ?? ""} onChange={(date) => put({ visitedOn: date || undefined })} />}
        </Field>
        <People id={at("experts")} legend={t("arrival.experts", { least })} members={members} value={sheet.experts} error={wrong("experts")} onChange={(experts) => put({ experts })} />
        <Field id={at("officers")} label={t("arrival.officers")} hint={t("arrival.officersHint")} optional error={wrong("officers")}>
          {(wiring) => <LinesInput {...wiring} rows={2} value={sheet.officers} onChange={(officers) => put({ officers })} />}
        </Field>
        {photos(0)}
        <Signed view={view} sheet={sheet} error={wrong("signedSheet")} onSheet={onSheet} />
      </section>
      <ol className="expert-visit-conditions">
        {about.conditions.map((condition) => {
          const finding = findingOf(sheet, condition.number);
          return (
            <li key={condition.number}>
              <ConditionForm
                heading={`condition-${condition.number}`}
                level={2}
                condition={condition}
                finding={finding}
                photographed={(finding.photos ?? []).length > 0}
                wrong={(part) => wrong(`findings/${condition.number - 1}/${part}`)}
                rows={2}
                photos={photos(condition.number as Exclude<Place, "sheet">)}
                onChange={(part) => onSheet(withFinding(sheet, condition.number, part))}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Photos takes pictures at a desk: their time is the file's own. */
function Photos({ caseNo, label, slot, ids, onIds }: { caseNo: string; label: string; slot: string; ids: readonly string[]; onIds: (ids: string[]) => void }) {
  const files = useFiles(ids, onIds);
  return (
    <Upload
      purpose="photo"
      caseNo={caseNo}
      accept="image/jpeg,image/png"
      label={label}
      slot={slot}
      multiple
      capturedAt={(file) => new Date(Math.min(file.lastModified, Date.now())).toISOString()}
      trustOf={() => undefined}
      {...files}
    />
  );
}

function Signed({ view, sheet, error, onSheet }: { view: Schemas["TaskView"]; sheet: Sheet; error: string | undefined; onSheet: (sheet: Sheet) => void }) {
  const t = useText("visit");
  const files = useFiles(documentsAt(sheet, "sheet"), (ids) => onSheet({ ...sheet, signedSheet: ids.at(-1) ?? "" }));
  return (
    <Upload
      id={fieldId("/sheet/signedSheet")}
      purpose="sheet"
      caseNo={view.task.caseNo}
      accept="application/pdf,image/jpeg,image/png"
      label={t("sheet.title")}
      hint={t("sheet.hint")}
      optional
      error={error}
      trustOf={() => undefined}
      {...files}
    />
  );
}
