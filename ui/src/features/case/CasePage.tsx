import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, type ComponentType } from "react";
import { useSession } from "@/api/session";
import { Loading, Tabs } from "@/design";
import { useText } from "@/i18n";
import { caseQuery } from "@/features/task/queries";
import { CaseHead } from "./CaseHead";
import { kindOf } from "./kind";
import type { PartProps } from "./part";
import { tabOf, tabsFor, type TabKey } from "./tabs";
import "./case.css";

const route = getRouteApi("/desks/app/cases/$caseNo");

const parts: Record<TabKey, ComponentType<PartProps>> = {
  progress: lazy(() => import("./ProgressPart").then((m) => ({ default: m.ProgressPart }))),
  application: lazy(() => import("./ApplicationPart").then((m) => ({ default: m.ApplicationPart }))),
  materials: lazy(() => import("./MaterialsPart").then((m) => ({ default: m.MaterialsPart }))),
  statements: lazy(() => import("./StatementsPart").then((m) => ({ default: m.StatementsPart }))),
  papers: lazy(() => import("./PapersPart").then((m) => ({ default: m.PapersPart }))),
  record: lazy(() => import("./RecordPart").then((m) => ({ default: m.RecordPart }))),
  messages: lazy(() => import("./MessagesPart").then((m) => ({ default: m.MessagesPart }))),
  operate: lazy(() => import("./OperatePart").then((m) => ({ default: m.OperatePart }))),
};

const BatchOfCase = lazy(() => import("@/features/certification/BatchOfCase").then((m) => ({ default: m.BatchOfCase })));

/** CasePage is the case file (案卷): where the case stands, and everything that is on record of it. */
export function CasePage() {
  const t = useText("case");
  const { caseNo } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const { data: now } = useSuspenseQuery(caseQuery(caseNo));
  const kind = kindOf(now);
  const tabs = tabsFor(session?.roles ?? [], kind);
  const current = tabOf(search.tab, tabs);
  const Part = parts[current];
  const label = (key: TabKey) => (key === "statements" && session?.enterprise ? t("tab.exchange") : t(`tab.${key}`));
  return (
    <div className="case" data-density={session?.enterprise ? undefined : "officer"}>
      <title>{t("title", { name: now.enterpriseName, caseNo: now.caseNo })}</title>
      <CaseHead now={now} />
      {kind === "certification" && <Suspense fallback={<Loading lines={3} />}><BatchOfCase batchNo={now.caseNo} /></Suspense>}
      <Tabs
        label={t("tabs")}
        current={current}
        items={tabs.map((key) => ({ key, label: label(key), href: `?tab=${key}` }))}
        onPick={(tab) => void navigate({ search: tab === "progress" ? {} : { tab }, resetScroll: false })}
      />
      <div className="case-part">
        <Suspense key={current} fallback={<Loading />}>
          <Part now={now} />
        </Suspense>
      </div>
    </div>
  );
}
