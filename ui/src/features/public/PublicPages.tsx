import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Loading } from "@/design";
import { CataloguePage } from "./CataloguePage";
import { NoSuchPage } from "./NoSuchPage";
import { Boundary } from "@/features/shell/Boundary";
import { PublicFrame } from "./PublicFrame";

const CertificatesPage = lazy(() => import("./CertificatesPage").then((m) => ({ default: m.CertificatesPage })));
const GuidePage = lazy(() => import("./GuidePage").then((m) => ({ default: m.GuidePage })));
const InstitutionPage = lazy(() => import("./InstitutionPage").then((m) => ({ default: m.InstitutionPage })));
const ReceiptPage = lazy(() => import("./ReceiptPage").then((m) => ({ default: m.ReceiptPage })));
const ResultsPage = lazy(() => import("./ResultsPage").then((m) => ({ default: m.ResultsPage })));
const VerifyPage = lazy(() => import("./VerifyPage").then((m) => ({ default: m.VerifyPage })));

/** PublicPages are what anybody may see: the catalogue, the guide, one enterprise, the check of certificates, the results, and what the QR codes of receipts and certificates lead to. */
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
          <Route path="/certificates" component={CertificatesPage} />
          <Route path="/verify/:token">{({ token }) => <VerifyPage token={token} />}</Route>
          <Route path="/results" component={ResultsPage} />
          <Route component={NoSuchPage} />
        </Switch>
      </Suspense>
      </Boundary>
    </PublicFrame>
  );
}
