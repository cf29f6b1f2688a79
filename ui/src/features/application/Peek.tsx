import { lazy, Suspense, useState } from "react";
import type { Schemas } from "@/api/client";
import { Dialog, DocumentViewer, Icon } from "@/design";
import { useText } from "@/i18n";
import { mediaType } from "./mediaType";

const FirstPage = lazy(() => import("./FirstPage").then((m) => ({ default: m.FirstPage })));

/** Peek shows the first page of a file small, and the whole of it when pressed. */
export function Peek({ file, compareWith }: { file: Pick<Schemas["FrozenDocument"], "id" | "name">; compareWith?: Pick<Schemas["FrozenDocument"], "id" | "name"> }) {
  const t = useText("application");
  const [open, setOpen] = useState(false);
  const type = mediaType(file.name);
  return (
    <>
      <button type="button" className="sup-peek" onClick={() => setOpen(true)}>
        <span className="sup-peek-page" aria-hidden="true">
          <Suspense fallback={<Icon name="file" />}>
            <FirstPage documentId={file.id} name={file.name} type={type} />
          </Suspense>
        </span>
        <span className="sup-peek-name"><Icon name="eye" />{t("sup.peek", { name: file.name })}</span>
      </button>
      {open && (
        <Dialog open wide title={file.name} onClose={() => setOpen(false)}>
          <DocumentViewer documentId={file.id} name={file.name} type={type} compareWith={compareWith && { documentId: compareWith.id, name: compareWith.name, type: mediaType(compareWith.name) }} />
        </Dialog>
      )}
    </>
  );
}
