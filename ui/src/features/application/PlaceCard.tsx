import { Suspense } from "react";
import type { Schemas } from "@/api/client";
import { Button, classes, Field, Icon, Loading, Tag, TextArea, Upload } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { answered, filesOf, speaksFor, type Answer, type Mended } from "./answers";
import type { Asked, Place } from "./asked";
import type { Live } from "./live";
import { materialKinds } from "./MaterialItem";
import { MendField, MendForm, MendMaterial } from "./MendSection";
import { Peek } from "./Peek";
import { kindOf, valueAt, within } from "./pointers";
import type { SectionCode } from "./section";
import type { Section } from "./useSection";

export interface PlaceCardProps {
  place: Place;
  applicationId: string;
  caseNo: string;
  materials: Section<"materials">;
  frozen: Schemas["FrozenContent"] | undefined;
  reference: Schemas["FilingReference"];
  live: Live;
  mended: Mended;
  answers: readonly Answer[];
  onAnswer: (index: number, part: Partial<Omit<Answer, "index">>) => void;
  problems: readonly Schemas["FieldProblem"][];
  /** Where each section is open: a section is edited at one place of the page only. */
  openAt: Partial<Record<SectionCode, string>>;
  onOpen: (section: SectionCode, open: boolean) => void;
}

/** PlaceCard is one thing that the notice names: what is wrong, what was handed in, the very place to mend it, and the answer. */
export function PlaceCard(props: PlaceCardProps) {
  const { place, mended, answers } = props;
  const t = useText("application");
  const done = place.asked.every((asked) => answered(asked, place, answers, mended));
  const head = fieldId(`/place/${place.key}`);
  const kind = place.material ? t("sup.material", { n: t.of(`mat.numeral.${place.material}`, String(place.material)) }) : place.item ? t("sup.section") : t("sup.condition");
  return (
    <li className={classes("sup-place", done && "sup-place-done")} aria-labelledby={head}>
      <header className="sup-head">
        <p className="sup-kind">{kind}</p>
        <h2 id={head} tabIndex={-1}>{place.title}</h2>
        <Tag state={done ? "filed" : "supplement"}>{t(done ? "sup.done" : "sup.open")}</Tag>
      </header>
      <div className="sup-columns">
        <div className="sup-told">
          <ol className="sup-entries">
            {place.asked.map((asked) => <Entry key={asked.index} asked={asked} />)}
          </ol>
          <HandedIn {...props} />
        </div>
        <div className="sup-mend">
          <Mend {...props} />
          {place.asked.map((asked) => <AnswerField key={asked.index} asked={asked} {...props} />)}
        </div>
      </div>
      <OpenForms {...props} />
    </li>
  );
}

/** Entry is a defect in the words of the notice. */
function Entry({ asked }: { asked: Asked }) {
  const t = useText("application");
  return (
    <li className="sup-entry">
      <p className="sup-entry-head"><span className="sup-entry-no">{asked.index + 1}</span>{asked.clause && <span className="sup-clause">{t("sup.clause", { clause: asked.clause })}</span>}</p>
      {asked.reason && <p className="sup-reason">{asked.reason}</p>}
      {asked.words && <blockquote className="sup-words">{asked.words}</blockquote>}
    </li>
  );
}

/** HandedIn shows the files of the material as they were handed in. */
function HandedIn({ place, frozen }: PlaceCardProps) {
  const t = useText("application");
  const ids = place.material ? filesOf(place.material, frozen?.application) : [];
  const files = ids.flatMap((id) => frozen?.documents?.find((one) => one.id === id) ?? []);
  if (!place.material) return null;
  return (
    <div className="sup-handed">
      <p className="sup-label">{t("sup.handed")}</p>
      {files.length === 0 ? <p className="sup-hint">{t("sup.handedNone")}</p> : <div className="sup-peeks">{files.map((file) => <Peek key={file.id} file={file} />)}</div>}
    </div>
  );
}

/** Mend is the upload or the fields that the entries name; other sections that belong to it open on demand. */
function Mend(props: PlaceCardProps) {
  const { place, reference, materials, openAt, onOpen, mended } = props;
  const t = useText("application");
  const info = reference.materials.find((one) => one.number === place.material);
  const field = fieldsOf(place, materials);
  return (
    <>
      {info && <MendMaterial info={info} materials={materials} />}
      {field && openAt[field.section] === undefined && (
        <Suspense fallback={<Loading />}><MendField {...props} section={field.section} pointers={field.pointers} /></Suspense>
      )}
      {place.sections.length > 0 && (
        <div className="sup-more">
          <p className="sup-label">{t(info || field ? "sup.more" : "sup.here")}</p>
          <ul className="sup-more-list">
            {place.sections.map((section) => {
              const name = reference.sections.find((one) => one.code === section)?.name ?? section;
              const at = openAt[section];
              return (
                <li key={section}>
                  <Button small icon={at === place.key ? "up" : "pen"} aria-expanded={at === place.key} onClick={() => onOpen(section, at !== place.key)}>{name}</Button>
                  {mended.sections.includes(section) && <span className="sup-changed"><Icon name="check" />{t("sup.changedHere")}</span>}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}

/** fieldsOf gives the fields that the entries name exactly, where they can be edited by themselves. */
export function fieldsOf(place: Place, materials: Section<"materials">): { section: SectionCode; pointers: string[] } | undefined {
  const section = place.pointers[0]?.split("/")[1] as SectionCode | undefined;
  if (!section || section === "staff" || section === "materials" || !place.sections.includes(section)) return undefined;
  const content = materials.props.application[section as Exclude<SectionCode, "staff">];
  const pointers = place.pointers.filter((pointer) => pointer.startsWith(`/${section}/`) && kindOf(pointer, valueAt(content, within(pointer))) !== "form");
  return pointers.length > 0 ? { section, pointers } : undefined;
}

function OpenForms(props: PlaceCardProps) {
  const { place, openAt, reference } = props;
  const open = place.sections.filter((section) => openAt[section] === place.key);
  return open.map((section) => (
    <section key={section} className="sup-open" aria-label={reference.sections.find((one) => one.code === section)?.name}>
      <h3 className="sup-open-name">{reference.sections.find((one) => one.code === section)?.name}</h3>
      <Suspense fallback={<Loading lines={6} />}><MendForm {...props} section={section} /></Suspense>
    </section>
  ));
}

/** AnswerField takes what the enterprise says to one entry, and files that belong to no material. */
function AnswerField({ asked, place, answers, mended, onAnswer, problems, caseNo, materials, reference }: PlaceCardProps & { asked: Asked }) {
  const t = useText("application");
  const own = answers.find((answer) => answer.index === asked.index);
  const { documents } = materials.props;
  const pointer = `/sheet/answers/${asked.index}`;
  const wrong = problems.find((problem) => problem.pointer.startsWith(`${pointer}/`));
  const has = speaksFor(asked, place, mended);
  return (
    <div className="sup-answer">
      <Field label={t(place.asked.length > 1 ? "sup.answerTo" : "sup.answer", { n: asked.index + 1 })} id={fieldId(`${pointer}/text`)} optional={has} hint={t(has ? "sup.answerHas" : "sup.answerNeeds")} error={wrong?.message}>
        {(wiring) => <TextArea {...wiring} rows={2} value={own?.text ?? ""} onChange={(event) => onAnswer(asked.index, { text: event.target.value })} />}
      </Field>
      <details className="sup-attach" open={(own?.documents.length ?? 0) > 0}>
        <summary>{t("sup.attach")}</summary>
        <Upload purpose="proof" caseNo={caseNo} slot={`answer/${caseNo}/${asked.index}`} accept={materialKinds} maxBytes={reference.limits.fileBytes} multiple label={t("sup.attached")}
          value={documents.of(own?.documents ?? [])} onChange={(files) => onAnswer(asked.index, { documents: documents.keep(files) })} />
      </details>
    </div>
  );
}
