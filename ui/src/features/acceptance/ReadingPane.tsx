import { useMemo, useState } from "react";
import { DocumentViewer, Empty, Icon, Tag } from "@/design";
import { useText } from "@/i18n";
import { ApplicationSheet } from "@/features/application/sheet/ApplicationSheet";
import { compared, filesOf, typeOf, type File } from "./files";
import { matterName, sectionsOf, type Matter, type Section } from "./matter";
import type { Review } from "./review";
import "./reading-pane.css";

const form = "form";

/** ReadingPane is the middle of the workbench: the files of the matter in view, one at a time, and what was filled in. */
export function ReadingPane({ matter, review, name, caseNo }: { matter: Matter; review: Review; name: string; caseNo: string }) {
  const t = useText("acceptance");
  const { now, was } = review;
  const files = useMemo(() => {
    const here = filesOf(now.content, matter);
    return was ? compared(here, filesOf(was.content, matter)) : here;
  }, [matter, now, was]);
  const sections = sectionsToRead(matter);
  const [picked, setPicked] = useState(() => firstOf(matter, files, sections.some((section) => review.changed.has(section))));
  const file = files.find((one) => one.id === picked);

  if (files.length === 0 && sections.length === 0) return <Empty title={t("read.none", { name })} />;
  return (
    <div className="acc-reading">
      <ul className="acc-files" aria-label={t("read.files")}>
        {files.map((one) => <FileTab key={one.id} file={one} review={review} current={one.id === picked} onPick={() => setPicked(one.id)} />)}
        {sections.length > 0 && (
          <li>
            <button type="button" className="acc-file" aria-pressed={picked === form} onClick={() => setPicked(form)}>
              <Icon name="pen" />
              <span className="acc-file-name">{t("read.form")}</span>
              {sections.some((section) => review.changed.has(section)) && <Tag state="near" icon={null}>{t("since.changed")}</Tag>}
            </button>
          </li>
        )}
      </ul>
      {file ? (
        <DocumentViewer
          key={file.id}
          documentId={file.id}
          name={file.name}
          type={typeOf(file.name)}
          reason={t("read.reason", { caseNo })}
          compareWith={file.before && { documentId: file.before.id, name: file.before.name, type: typeOf(file.before.name), label: t("read.before") }}
        />
      ) : (
        <div className="acc-form" tabIndex={0} role="group" aria-label={t("read.form")}>
          {sections.map((section) => (
            <ApplicationSheet
              key={section}
              content={now.content}
              section={section}
              differences={was && (review.changes.get(section) ?? [])}
              heading={2}
              onOpen={(id) => files.some((one) => one.id === id) && setPicked(id)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** firstOf is what is read first: what has changed, else the material's file, else what was filled in. */
function firstOf(matter: Matter, files: readonly File[], formChanged: boolean): string {
  const changed = files.find((file) => file.since && file.since !== "same");
  if (typeof matter !== "number") return form;
  return changed?.id ?? (formChanged ? form : (files[0]?.id ?? form));
}

/** sectionsToRead are the parts of the form that are read with a matter; with the licence the enterprise's own entries. */
function sectionsToRead(matter: Matter): readonly Section[] {
  if (typeof matter !== "number") return [matter];
  return matter === 1 ? ["unit"] : sectionsOf(matter);
}

function FileTab({ file, review, current, onPick }: { file: File; review: Review; current: boolean; onPick: () => void }) {
  const t = useText("acceptance");
  return (
    <li>
      <button type="button" className="acc-file" aria-pressed={current} title={file.section && t("read.in", { name: matterName(review.reference, file.section) })} onClick={onPick}>
        <Icon name="file" />
        <span className="acc-file-name">{file.name}</span>
        {file.since && file.since !== "same" && <Tag state="near" icon={null}>{t(`since.${file.since}`)}</Tag>}
        {file.since === "same" && <span className="acc-file-same">{t("since.same")}</span>}
      </button>
    </li>
  );
}
