import { useEffect } from "react";
import type { Schemas } from "@/api/client";
import { ProblemNotice, StatusLine } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { SectionForm } from "./forms";
import type { Live } from "./live";
import { MaterialFiles } from "./MaterialItem";
import { Overtaken } from "./Overtaken";
import { PointerField } from "./PointerField";
import type { SectionCode } from "./section";
import { useSection, type Section } from "./useSection";
import "./application.css";

interface MendProps {
  applicationId: string;
  caseNo: string;
  live: Live;
}

function useMending<S extends SectionCode>({ applicationId, caseNo, live }: MendProps, section: S): Section<S> {
  const opened = useSection(applicationId, section, { caseNo, blanks: true });
  const { draft } = opened;
  const { report } = live;
  useEffect(() => report(section, draft.value, draft));
  return opened;
}

/** MendForm is the form of one section, edited where an entry asks for it. */
export function MendForm({ section, ...props }: MendProps & { section: SectionCode }) {
  const opened = useMending(props, section);
  return (
    <div className="sup-form app-form" id={fieldId(`/mend/${section}`)} tabIndex={-1}>
      <Standing applicationId={props.applicationId} section={section} opened={opened} />
      <SectionForm section={section} props={opened.props} />
    </div>
  );
}

/** MendField is one field of a section, edited where an entry names it. */
export function MendField({ section, pointers, ...props }: MendProps & { section: SectionCode; pointers: readonly string[] }) {
  const opened = useMending(props, section);
  return (
    <div className="sup-fields">
      <Standing applicationId={props.applicationId} section={section} opened={opened} />
      {pointers.map((pointer) => <PointerField key={pointer} pointer={pointer} props={opened.props} />)}
    </div>
  );
}

/** MendMaterial takes new files of a material. Every place shares the one draft of the materials that the page keeps. */
export function MendMaterial({ info, materials }: { info: Schemas["MaterialInfo"]; materials: Section<"materials"> }) {
  const t = useText("application");
  const hint = t.of(`mat.hint.${info.number}`, "");
  return (
    <div className="sup-fields">
      <MaterialFiles info={info} {...materials.props} label={t("sup.files")} hint={hint} />
    </div>
  );
}

function Standing<S extends SectionCode>({ applicationId, section, opened }: { applicationId: string; section: S; opened: Section<S> }) {
  const { draft, props } = opened;
  return (
    <>
      {draft.status === "conflict" && <Overtaken applicationId={applicationId} section={section} draft={draft} documents={props.documents} />}
      {draft.status === "refused" && draft.problem && <ProblemNotice problem={draft.problem} work="kept" />}
      {draft.status !== "clean" && <StatusLine status={draft.status} savedAt={draft.savedAt} />}
    </>
  );
}
