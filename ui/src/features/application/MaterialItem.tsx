import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { Check, classes, FieldError, Icon, Tag, Upload, type TagState } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { referenceQuery } from "@/features/task/queries";
import { entryOf, given, pointerOf, standingOf, trustOf, withEntry, type Entry, type Standing } from "./materials";
import type { SectionProps } from "./section";

/** materialKinds are the kinds of files that serve as a material (api/document.go). */
export const materialKinds = "application/pdf,.docx,.xlsx,image/jpeg,image/png";

const tones: Record<Standing, TagState> = { files: "filed", online: "claimable", form: "neutral", blank: "draft", missing: "draft" };

interface MaterialItemProps extends Pick<SectionProps<"materials">, "applicationId" | "caseNo" | "content" | "change" | "gaps" | "readOnly" | "documents" | "application"> {
  info: Schemas["MaterialInfo"];
}

/** MaterialItem is one of the seven: what it is, what goes for it, and what was handed in. */
export function MaterialItem(props: MaterialItemProps) {
  const { info, content, gaps, application, documents, readOnly } = props;
  const t = useText("application");
  const entry = entryOf(content.items, info.number);
  const standing = standingOf(entry, info, application);
  const collapsed = Boolean(info.carried) && entry.documents.length === 0;
  const wrong = gaps.under(pointerOf(content.items, info.number)).filter((gap) => gap.pointer !== "/materials/items");
  const head = `mat-${info.number}`;
  return (
    <li className={classes("mat-item", `mat-item-${standing}`)} aria-labelledby={head}>
      <p className="mat-number" aria-hidden="true">{t.of(`mat.numeral.${info.number}`, String(info.number))}</p>
      <div className="mat-body">
        <div className="mat-head">
          <h2 id={head}>{info.name}</h2>
          <span className="mat-article">{t("mat.article", { article: info.article })}</span>
        </div>
        <p className="mat-hint">{t("mat.rule", { necessity: info.necessity, copies: info.copies, source: info.source })}</p>
        <p className="mat-hint">{t.of(`mat.hint.${info.number}`, "")}</p>
        {info.carried && <Carried {...props} />}
        {info.number === 3 && application.plan.document && <PlanFile names={documents.of([application.plan.document]).map((one) => one.name)} />}
        {info.online && <Online {...props} entry={entry} />}
        {wrong.map((gap) => <FieldError key={gap.pointer + gap.code}>{gap.message}</FieldError>)}
        {!entry.onlineCheck && (collapsed && !readOnly ? (
          <details className="mat-besides"><summary>{t("mat.filesToo")}</summary><MaterialFiles {...props} /></details>
        ) : (
          <MaterialFiles {...props} />
        ))}
      </div>
      <div className="mat-state">
        <Tag state={tones[standing]}>{standing === "files" ? t("mat.standing.files", { n: Math.max(entry.documents.length, 1) }) : t(`mat.standing.${standing}`)}</Tag>
        {given(standing) && <p className="mat-trust">{standing === "online" ? t("mat.trustPending", { level: "A" }) : t("mat.trust", { level: trustOf(info.number) })}</p>}
      </div>
    </li>
  );
}

/** MaterialFiles takes the files of a material; a file handed in earlier may be used again, and a replaced one is kept among them. */
export function MaterialFiles({ applicationId, info, content, change, documents, caseNo, readOnly, label, hint, error }: MaterialItemProps & { label?: ReactNode; hint?: ReactNode; error?: ReactNode }) {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const entry = entryOf(content.items, info.number);
  const value = documents.of(entry.documents);
  const set = (ids: string[]) => change((before) => ({ ...before, items: withEntry(before.items, { ...entryOf(before.items, info.number), documents: ids, onlineCheck: false }) }));
  if (readOnly && value.length === 0) return null;
  return (
    <>
      <Upload
        id={fieldId(`/materials/${info.number}`)}
        slot={`material/${applicationId}/${info.number}`}
        purpose="material"
        caseNo={caseNo}
        accept={materialKinds}
        maxBytes={reference.limits.fileBytes}
        multiple
        optional={Boolean(info.carried) && !caseNo}
        label={label ?? t(info.carried ? "mat.filesToo" : "mat.files")}
        hint={hint}
        error={error}
        value={value}
        onChange={(files) => set(documents.keep(files))}
        reuse={documents.all.filter((one) => (one.purpose === "material" || one.purpose === "proof") && !entry.documents.includes(one.id))}
        readOnly={readOnly}
        trustOf={() => trustOf(info.number)}
      />
      {entry.documents.length > value.length && <p className="mat-hint">{t("mat.lost", { n: entry.documents.length - value.length })}</p>}
    </>
  );
}

/** Carried says that the form is the material, so that nothing need be uploaded. */
function Carried({ info, applicationId }: MaterialItemProps) {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const name = reference.sections.find((section) => section.code === info.carried)?.name ?? "";
  if (info.number === 2) return <p className="mat-carried"><Icon name="link" /><span>{t("mat.carriedAll")}</span></p>;
  return (
    <p className="mat-carried">
      <Icon name="link" />
      <span>{t.rich("mat.carried", { section: <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section: info.carried ?? "" }}>{name}</Link> })}</span>
    </p>
  );
}

function PlanFile({ names }: { names: string[] }) {
  const t = useText("application");
  if (names.length === 0) return null;
  return <p className="mat-carried"><Icon name="file" /><span>{t("mat.planFile", { name: names.join("、") })}</span></p>;
}

/** Online asks for a check online instead of the paper: the applicant's right where it is possible (notice 四(一)). */
function Online({ info, content, change, readOnly, entry }: MaterialItemProps & { entry: Entry }) {
  const t = useText("application");
  if (readOnly) return entry.onlineCheck ? <p className="mat-carried"><Icon name="search" /><span>{t("mat.onlineAsked")}</span></p> : null;
  const ask = (onlineCheck: boolean) => change({ ...content, items: withEntry(content.items, { ...entry, onlineCheck }) });
  return <Check id={fieldId(`/materials/${info.number}/onlineCheck`)} label={t("mat.online")} hint={t("mat.onlineHint")} checked={entry.onlineCheck} onChange={ask} />;
}
