import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Dialog, DocumentViewer, Icon } from "@/design";
import { sizeOf, useText } from "@/i18n";
import { useDocuments } from "./queries";
import "./file-links.css";

/** FileLinks names documents; each opens over the page. */
export function FileLinks({ ids }: { ids: readonly string[] }) {
  const t = useText("case");
  const { documents, reading } = useDocuments(ids);
  const [open, setOpen] = useState<Schemas["Document"]>();
  return (
    <ul className="file-links">
      {ids.map((id) => {
        const known = documents.get(id);
        if (!known) return <li key={id} className="file-none">{reading ? t("file.reading") : t("file.unknown")}</li>;
        return (
          <li key={id}>
            <button type="button" className="file-link" onClick={() => setOpen(known)}>
              <Icon name={known.type?.startsWith("image/") ? "image" : "file"} />
              <span>{known.name}</span>
            </button>
            <span className="file-facts">{[known.pages ? t("file.pages", { n: known.pages }) : "", sizeOf(known.size)].filter(Boolean).join(t("said.comma"))}</span>
          </li>
        );
      })}
      {open && (
        <Dialog open title={open.name} onClose={() => setOpen(undefined)} wide>
          <DocumentViewer documentId={open.id} name={open.name} type={open.type ?? ""} />
        </Dialog>
      )}
    </ul>
  );
}
