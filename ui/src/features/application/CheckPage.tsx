import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Button, DecisionBar, Dialog, goTo, Loading, ProblemNotice, StatusLine, useNarrow, type Reason } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { useCompetent } from "./competent";
import { DiscardDialog } from "./DiscardDialog";
import { SectionFields } from "./fields";
import { GapList } from "./GapList";
import { PromiseSection } from "./PromiseSection";
import { linesOf } from "./progress";
import { applicationQuery, gapsQuery, staffQuery } from "./queries";
import { unsavedSections } from "./save";
import type { Gaps } from "./section";
import { ApplicationSheet } from "./sheet/ApplicationSheet";
import { useSubmit } from "./submit";
import { useSection } from "./useSection";
import "./application.css";

const DocumentViewer = lazy(() => import("@/design/viewer/DocumentViewer").then((m) => ({ default: m.DocumentViewer })));
const route = getRouteApi("/desks/app/applications/$applicationId/check");
const promised = ["/promise/truthful", "/promise/effective", "/promise/lawful"];

/** CheckPage shows everything once more, lists all that is missing, takes the promise and submits to the competent body. */
export function CheckPage() {
  const { applicationId } = route.useParams();
  const { data: application } = useSuspenseQuery(applicationQuery(applicationId));
  if (application.state === "submitted") return <Navigate to="/app/applications/$applicationId" params={{ applicationId }} replace />;
  return <Check applicationId={applicationId} />;
}

function Check({ applicationId }: { applicationId: string }) {
  const t = useText("application");
  const { props, draft, application } = useSection(applicationId, "promise", { blanks: false });
  const { data: gaps } = useSuspenseQuery(gapsQuery(applicationId));
  const { data: staff } = useSuspenseQuery(staffQuery(applicationId));
  const unsaved = useQuery({ queryKey: ["applications", applicationId, "unsaved"], queryFn: () => unsavedSections(applicationId), staleTime: 0, gcTime: 0, refetchOnMount: "always" }).data ?? [];
  const competent = useCompetent(application.region);
  const submitting = useSubmit(applicationId, draft.flush);
  const narrow = useNarrow();
  const [opened, setOpened] = useState<string>();
  const [discarding, setDiscarding] = useState(false);
  const lines = linesOf(application.sections, application.content);
  const open = gaps.items.filter((gap) => !gap.pointer.startsWith("/promise"));
  const marks: Gaps = { all: open, at: (pointer) => open.find((gap) => gap.pointer === pointer)?.message, under: (pointer) => open.filter((gap) => gap.pointer.startsWith(pointer)) };
  const body = competent?.name ?? t("check.body");
  const why: Reason[] = [];
  if (open.length > 0) why.push({ text: t("check.whyGaps", { n: open.length }), onGo: () => goTo("check-gaps") });
  for (const section of unsaved.filter((one) => one !== "promise")) {
    why.push({ text: t("check.whyUnsaved", { name: lines.find((line) => line.section === section)?.name ?? section }), href: `/app/applications/${applicationId}/${section}?from=check` });
  }
  const promise = draft.value;
  if (!promise.truthful || !promise.effective || !promise.lawful) why.push({ text: t("check.whyPromise"), onGo: () => goTo(fieldId(promised.find((at) => !promise[at.slice(9) as "truthful"]) ?? promised[0]!)) });
  if (promise.by.trim() === "") why.push({ text: t("check.whyBy"), onGo: () => goTo(fieldId("/promise/by")) });

  return (
    <div className="app-page app-check">
      <title>{t("check.title")}</title>
      <header className="app-head">
        <p className="app-crumb"><Link to="/app/applications/$applicationId" params={{ applicationId }}>{t("back.list")}</Link></p>
        <h1>{t("check.heading")}</h1>
        <p className="app-lead">{t("check.lead", { body })}</p>
      </header>
      {submitting.problem && <ProblemNotice problem={submitting.problem} work="kept" onRetry={submitting.problem.again ? submitting.submit : undefined} />}
      <GapList applicationId={applicationId} gaps={open} lines={lines} />
      <ApplicationSheet
        content={application.content}
        staff={staff.rows}
        files={props.documents.all}
        gaps={marks}
        onOpen={setOpened}
        action={(section) => section !== "promise" && <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section }} search={{ from: "check" }}>{t("check.change")}<span className="visually-hidden">{lines.find((line) => line.section === section)?.name}</span></Link>}
        without={["promise"]}
      />
      <div className="app-form app-promise">
        <SectionFields applicationId={applicationId} gaps={props.gaps} readOnly={false}><PromiseSection {...props} /></SectionFields>
        <p className="app-note">{narrow && <strong>{t("check.notYet")} </strong>}{t("check.after", { body })}</p>
        <p><Button kind="quiet" onClick={() => setDiscarding(true)}>{t("discard.open")}</Button></p>
      </div>
      <DecisionBar
        label={t("bar.label")}
        left={submitting.waiting ? <p role="status">{t("check.waiting")}</p> : !narrow && <><span className="app-notyet">{t("check.notYet")}</span><StatusLine status={draft.status} savedAt={draft.savedAt} /></>}
        main={<Button kind="primary" busy={submitting.busy} why={why} onClick={submitting.submit}>{t("check.submit", { body })}</Button>}
      />
      {discarding && <DiscardDialog applicationId={applicationId} onClose={() => setDiscarding(false)} />}
      {opened && (
        <Dialog open wide title={props.documents.of([opened])[0]?.name ?? t("file")} onClose={() => setOpened(undefined)}>
          <Suspense fallback={<Loading shape="block" />}><DocumentViewer documentId={opened} name={props.documents.of([opened])[0]?.name ?? ""} type={props.documents.of([opened])[0]?.type ?? ""} /></Suspense>
        </Dialog>
      )}
    </div>
  );
}
