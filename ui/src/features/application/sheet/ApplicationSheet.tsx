import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { Tag } from "@/design";
import { useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { groups } from "../progress";
import type { Content, Gaps, SectionCode } from "../section";
import { useWords } from "../useWords";
import { marksOf } from "./marks";
import { SheetBlock } from "./SheetBlock";
import { SheetContext, type SheetFile } from "./context";
import "./sheet.css";

/** ApplicationSheetProps: an application, or a snapshot of one with its staff lists and files. */
export interface ApplicationSheetProps {
  content: Content | Schemas["FrozenContent"];
  /** One section alone. */
  section?: SectionCode;
  /** What changed since the snapshot before; then old and new stand side by side. */
  differences?: readonly Schemas["Difference"][];
  /** The staff lists, where content is not a snapshot. */
  staff?: readonly (Schemas["StaffRow"] | Schemas["StaffFact"])[];
  /** The files, where content is not a snapshot. */
  files?: readonly SheetFile[];
  /** What the server misses; shown beside the field. */
  gaps?: Gaps;
  /** Opens a file; without it files are named only. */
  onOpen?: (documentId: string) => void;
  /** Stands at the head of each section, such as a link to change it. */
  action?: (section: SectionCode) => ReactNode;
  /** Sections that are shown elsewhere on the page. */
  without?: readonly SectionCode[];
  /** The level of the sections' headings. */
  heading?: 2 | 3 | 4;
}

/** ApplicationSheet shows an application as a record to read, section by section, with the names of all fields. */
export function ApplicationSheet({ content, section, differences, staff, files, gaps, onOpen, action, without, heading = 2 }: ApplicationSheetProps) {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const frozen = "application" in content ? content : undefined;
  const values = frozen ? frozen.application : (content as Content);
  const rows = frozen ? frozen.staff : (staff ?? []);
  const known = frozen ? frozen.documents : files;
  const named = useMemo(() => {
    const byId = new Map((known ?? []).map((file) => [file.id, file]));
    return { of: (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []) as Schemas["Document"][] };
  }, [known]);
  const words = useWords(named, values.occupations.rows);
  const marks = useMemo(() => marksOf(differences), [differences]);
  const shown = section ? [section] : groups.flatMap((group) => [...group.sections] as SectionCode[]).filter((code) => !without?.includes(code));
  const Heading = `h${heading}` as const;
  return (
    <SheetContext value={{ words, marks, gaps, onOpen, reference, marking: differences !== undefined }}>
      <div className="sheet">
        {shown.map((code) => {
          const changes = marks.count(code);
          return (
            <section key={code} className="sheet-section" aria-labelledby={`sheet-${code}`}>
              <header className="sheet-head">
                <Heading id={`sheet-${code}`} className="sheet-title">{reference.sections.find((one) => one.code === code)?.name ?? code}</Heading>
                {changes > 0 && <Tag state="supplement">{t("sheet.changes", { n: changes })}</Tag>}
                {differences && changes === 0 && !section && <span className="sheet-same">{t("sheet.same")}</span>}
                {action && <span className="sheet-action">{action(code)}</span>}
              </header>
              <SheetBlock section={code} value={code === "staff" ? rows : values[code as keyof Content]} />
              <Removed changes={marks.removed(code)} />
            </section>
          );
        })}
      </div>
    </SheetContext>
  );
}

function Removed({ changes }: { changes: Schemas["Difference"][] }) {
  const t = useText("application");
  if (changes.length === 0) return null;
  return (
    <ul className="sheet-removed">
      {changes.map((change) => (
        <li key={change.pointer}><Tag state="void">{t("sheet.removed")}</Tag> {change.label}<del>{change.before}</del></li>
      ))}
    </ul>
  );
}
