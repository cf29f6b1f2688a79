import { lazy, Suspense } from "react";
import { Loading } from "../notice/States";
import type { ViewerProps } from "./source";

export type { ViewedPaper, ViewerProps } from "./source";

const Viewer = /* @__PURE__ */ lazy(() => import("./Viewer"));

/** DocumentViewer shows a document or a paper in the page; what it needs is fetched when it is first seen. */
export function DocumentViewer(props: ViewerProps) {
  return (
    <Suspense fallback={<Loading shape="block" />}>
      <Viewer {...props} />
    </Suspense>
  );
}
