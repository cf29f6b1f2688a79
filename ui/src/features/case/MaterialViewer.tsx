import { useState, type ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { DocumentViewer, Icon, Loading } from "@/design";
import { sizeOf, useText } from "@/i18n";
import { useDocuments } from "./queries";
import "./material-viewer.css";

/** MaterialViewer shows the documents of one material, one at a time; a paper may stand for it, as 附件1 does for the application form. */
export function MaterialViewer({ ids, paper, empty, reason }: {
  ids: readonly string[];
  paper?: Schemas["Paper"] & { caseNo: string };
  /** What stands there when there is no document. */
  empty: ReactNode;
  /** Why personal data is read, where the work at hand says it; without it the reader is asked. */
  reason?: string;
}) {
  const t = useText("case");
  const { documents, reading } = useDocuments(ids);
  const [picked, setPicked] = useState<string>();
  const known = ids.flatMap((id) => documents.get(id) ?? []);
  const current = known.find((d) => d.id === picked) ?? (paper ? undefined : known[0]);
  const showPaper = !current;
  if (reading && known.length === 0 && !paper) return <Loading shape="block" />;
  if (known.length === 0 && !paper) return <>{empty}</>;
  return (
    <div className="material-viewer">
      {known.length + (paper ? 1 : 0) > 1 && (
        <ul className="material-files" aria-label={t("file.choose")}>
          {paper && <FileChip name={paper.name} current={showPaper} onPick={() => setPicked("")} />}
          {known.map((file) => (
            <FileChip key={file.id} name={file.name} facts={[file.pages ? t("file.pages", { n: file.pages }) : "", sizeOf(file.size)].filter(Boolean).join(t("said.comma"))} current={current?.id === file.id} onPick={() => setPicked(file.id)} />
          ))}
        </ul>
      )}
      {showPaper && paper && <DocumentViewer key={paper.id} paper={{ caseNo: paper.caseNo, stage: paper.stage, round: paper.round, kind: paper.kind }} name={paper.name} type="application/pdf" />}
      {current && <DocumentViewer key={current.id} documentId={current.id} name={current.name} type={current.type ?? ""} {...(reason ? { reason } : {})} />}
    </div>
  );
}

function FileChip({ name, facts, current, onPick }: { name: string; facts?: string; current: boolean; onPick: () => void }) {
  return (
    <li>
      <button type="button" className="material-file" aria-pressed={current} onClick={onPick}>
        <Icon name="file" />
        <span className="material-file-name">{name}</span>
        {facts && <span className="material-file-facts">{facts}</span>}
      </button>
    </li>
  );
}
