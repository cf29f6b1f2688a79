import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Loading } from "@/design";
import { CataloguePage } from "./CataloguePage";
import { NoSuchPage } from "./NoSuchPage";
import { Boundary } from "@/features/shell/Boundary";
import { PublicFrame } from "./PublicFrame";

const GuidePage = lazy(() => import("./GuidePage").then((m) => ({ default: m.GuidePage })));
const InstitutionPage = lazy(() => import("./InstitutionPage").then((m) => ({ default: m.InstitutionPage })));
const ReceiptPage = lazy(() => import("./ReceiptPage").then((m) => ({ default: m.ReceiptPage })));

/** PublicPages are what anybody may see: the catalogue, the guide, one enterprise, and what a receipt's QR code leads to. */
export function PublicPages() {
  return (
    <PublicFrame>
      <Boundary>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={CataloguePage} />
          <Route path="/catalogue" component={CataloguePage} />
          <Route path="/catalogue/:filingNo">{({ filingNo }) => <InstitutionPage filingNo={filingNo} />}</Route>
          <Route path="/guide" component={GuidePage} />
          <Route path="/receipts/:token">{({ token }) => <ReceiptPage token={token} />}</Route>
          <Route component={NoSuchPage} />
        </Switch>
      </Suspense>
      </Boundary>
    </PublicFrame>
  );
}
