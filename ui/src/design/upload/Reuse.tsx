import type { Schemas } from "@/api/client";
import { dayOf, sizeOf, useText } from "@/i18n";
import { Button } from "../action/Button";

type Document = Schemas["Document"];

/** Reuse offers files that were uploaded before, so that nothing is handed in twice. */
export function Reuse({ documents, taken, onPick }: { documents: readonly Document[]; taken: readonly Document[]; onPick: (document: Document) => void }) {
  const t = useText("design");
  const free = documents.filter((document) => document.state === "accepted" && !taken.some((other) => other.id === document.id));
  if (free.length === 0) return null;
  return (
    <details className="jx-reuse">
      <summary>{t("upload.reuse", { count: free.length })}</summary>
      <ul className="jx-reuse-list">
        {free.map((document) => (
          <li key={document.id}>
            <span className="jx-reuse-name">{document.name}</span>
            <span className="jx-file-facts">
              <span>{sizeOf(document.size)}</span>
              <span>{dayOf(document.createdAt)}</span>
            </span>
            <Button small onClick={() => onPick(document)}>{t("upload.use")}<span className="visually-hidden"> {document.name}</span></Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
