import { Suspense, useEffect } from "react";
import { later } from "../later";
import { Loading } from "../notice/States";
import type { ViewerProps } from "./source";

export type { ViewedPaper, ViewerProps } from "./source";

const Viewer = /* @__PURE__ */ later(() => import("./Viewer"));

/** DocumentViewer shows a document or a paper in the page; what it needs is fetched when it is first seen. */
export function DocumentViewer(props: ViewerProps) {
  return (
    <Suspense fallback={<Loading shape="block" />}>
      <Viewer {...props} />
    </Suspense>
  );
}

/** useViewerSoon fetches what shows PDFs while nothing else is to be done, on pages whose documents will be looked at. */
export function useViewerSoon(): void {
  useEffect(() => {
    if (!("requestIdleCallback" in window)) return; // then it is fetched when it is first seen
    const waiting = requestIdleCallback(() => void Promise.all([Viewer.fetch(), import("./Pane").then((pane) => pane.fetchPdf())]).catch(() => undefined));
    return () => cancelIdleCallback(waiting);
  }, []);
}
