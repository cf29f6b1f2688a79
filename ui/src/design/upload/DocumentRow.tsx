import { lazy, Suspense, useRef, useState } from "react";
import type { Schemas } from "@/api/client";
import { momentOf, sizeOf, useText } from "@/i18n";
import { Button } from "../action/Button";
import { FieldError } from "../form/Field";
import { Icon } from "../icon/Icon";
import { Dialog } from "../notice/Dialog";
import { Loading } from "../notice/States";
import { FileInput } from "./DropZone";
import { typeOf } from "./rules";

type Document = Schemas["Document"];

/** TrustLevel of a document (可信等级): A issued by an organ, B checked at the window, C uploaded, D made and promised by the applicant; office: uploaded by the officer who deals with the case, which has no level. */
export type TrustLevel = "A" | "B" | "C" | "D" | "office";

const DocumentViewer = /* @__PURE__ */ lazy(() => import("../viewer/Viewer"));

/** DocumentRowProps of a document that is there. */
export interface DocumentRowProps {
  document: Document;
  trust?: TrustLevel;
  accept?: string;
  onReplace?: (files: File[]) => void;
  onRemove?: () => void;
}

/** DocumentRow names a document by what is known of it, and shows it on the spot. */
export function DocumentRow({ document, trust, accept = "", onReplace, onRemove }: DocumentRowProps) {
  const t = useText("design");
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const { id, name, size, pages, sha256, type, state, problem, completedAt } = document;
  return (
    <li className="jx-file">
      <Icon name={typeOf(type, name) === "image" ? "image" : "file"} />
      <div className="jx-file-body">
        <p className="jx-file-name">{name}</p>
        <p className="jx-file-facts">
          <span>{sizeOf(size)}</span>
          {pages ? <span>{t("upload.pages", { count: pages })}</span> : null}
          {completedAt && <span>{momentOf(completedAt)}</span>}
          {sha256 && <span title={sha256}>{t("upload.hash", { hash: sha256.slice(0, 8) })}</span>}
          {trust && <span title={t("upload.trustTitle")}>{t(`upload.trust.${trust}`)}</span>}
        </p>
        {state === "rejected" && <FieldError>{problem?.message ?? t("upload.rejected")}</FieldError>}
      </div>
      <div className="jx-file-actions">
        {state !== "rejected" && <Button kind="quiet" small icon="eye" onClick={() => setShown(true)}>{t("upload.preview")}<Of name={name} /></Button>}
        {onReplace && <Button kind="quiet" small icon="swap" onClick={() => input.current?.click()}>{t("upload.replace")}<Of name={name} /></Button>}
        {onReplace && <FileInput ref={input} accept={accept} onFiles={onReplace} />}
        {onRemove && <Button kind="quiet" small icon="cross" iconOnly onClick={onRemove}>{t("upload.remove", { name })}</Button>}
      </div>
      {shown && (
        <Dialog open wide title={name} onClose={() => setShown(false)}>
          <Suspense fallback={<Loading shape="block" />}>
            <DocumentViewer documentId={id} name={name} type={type ?? ""} />
          </Suspense>
        </Dialog>
      )}
    </li>
  );
}

function Of({ name }: { name: string }) {
  return <span className="visually-hidden"> {name}</span>;
}
