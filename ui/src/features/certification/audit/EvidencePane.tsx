import { useState } from "react";
import type { Schemas } from "@/api/client";
import { DocumentViewer, Empty, Icon, Loading } from "@/design";
import { useText } from "@/i18n";
import { useDocuments } from "@/features/case/queries";

/** EvidencePane shows the evidence of the batch beside the row. A file with personal data asks why it is read. */
export function EvidencePane({ batch, row }: { batch: Schemas["Batch"]; row: Schemas["Result"] | undefined }) {
  const t = useText("audit");
  const files = batch.plan.evidence;
  const { documents, reading } = useDocuments(files.map((file) => file.document));
  const [picked, setPicked] = useState<string>();
  const known = files.filter((file) => documents.has(file.document));
  const shown = documents.get(picked ?? known[0]?.document ?? "");
  return (
    <section className="audit-evidence" aria-labelledby="evidence">
      <h2 id="evidence">{row ? t("evidence.for", { name: row.content.name }) : t("evidence.title")}</h2>
      {files.length === 0 && <Empty title={t("evidence.none")} />}
      <ul className="audit-files">
        {files.map(({ kind, document }) => {
          const file = documents.get(document);
          return (
            <li key={document}>
              {file ? (
                <button type="button" className="audit-file" aria-pressed={file.id === shown?.id} onClick={() => setPicked(document)}>
                  <Icon name={file.type?.startsWith("image/") ? "image" : "file"} />
                  <span>{t.of(`evidence.${kind}`, kind)}</span>
                  <span className="audit-quiet">{file.name}</span>
                </button>
              ) : <span className="audit-quiet">{reading ? t("evidence.reading") : t("evidence.unreadable", { kind: t.of(`evidence.${kind}`, kind) })}</span>}
            </li>
          );
        })}
      </ul>
      {shown ? <DocumentViewer key={shown.id} className="audit-viewer" documentId={shown.id} name={shown.name} type={shown.type ?? ""} /> : reading && files.length > 0 ? <Loading shape="block" /> : null}
    </section>
  );
}
