import { Suspense } from "react";
import { useText } from "@/i18n";
import { later } from "../later";
import { Loading } from "../notice/States";
import { PictureView } from "./PictureView";
import type { typeOf } from "../upload/rules";
import type { View } from "./view";

const PdfView = /* @__PURE__ */ later(() => import("./PdfView"));
const WordView = /* @__PURE__ */ later(() => import("./WordView"));

/** fetchPdf fetches the reader of PDFs and starts its worker. */
export const fetchPdf = () => PdfView.fetch().then(() => import("./pdf")).then(({ startWorker }) => startWorker());

/** PaneProps of one document of one or two that are shown. */
export interface PaneProps {
  name: string;
  label?: string;
  kind: ReturnType<typeof typeOf>;
  blob: Blob;
  view: View;
  onPage?: (page: number) => void;
  onPages?: (pages: number) => void;
  onMatches?: (matches: number | undefined) => void;
}

/** Pane shows a document by its kind. */
export function Pane(props: PaneProps) {
  const t = useText("design");
  const { name, label, kind, blob, view } = props;
  return (
    <figure className="jx-pane">
      {label && <figcaption className="jx-pane-label">{label}</figcaption>}
      <Suspense fallback={<Loading shape="block" />}>
        {kind === "pdf" && <PdfView {...props} />}
        {kind === "image" && <PictureView name={name} blob={blob} view={view} />}
        {kind === "docx" && <WordView name={name} blob={blob} />}
        {kind === "other" && <p className="jx-pane-other">{t("viewer.other")}</p>}
      </Suspense>
    </figure>
  );
}
