import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { DecisionBar, Empty, ErrorSummary, goTo, Loading, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { useAccess, type Access } from "./access";
import { Overtaken } from "./Overtaken";
import { SectionForm } from "./forms";
import { inOrder, linesOf } from "./progress";
import { applicationQuery } from "./queries";
import { gapsOf, isSection, type SectionCode, type Values } from "./section";
import { SectionNav } from "./SectionNav";
import { SectionBar } from "./SectionBar";
import { ApplicationSheet } from "./sheet/ApplicationSheet";
import { targetOf } from "./target";
import { useSection } from "./useSection";
import "./application.css";

const route = getRouteApi("/desks/app/applications/$applicationId/$section");

/** SectionPage is one section of an application: its form, what is missing, and the way on. */
export function SectionPage() {
  const t = useText("application");
  const { applicationId, section } = route.useParams();
  const access = useAccess(applicationId);
  if (!isSection(section)) {
    return <Empty title={t("section.none")} action={<Link to="/app/applications/$applicationId" params={{ applicationId }}>{t("back.list")}</Link>} />;
  }
  return <OneSection key={`${applicationId}/${section}`} applicationId={applicationId} section={section} access={access} />;
}

function OneSection({ applicationId, section, access }: { applicationId: string; section: SectionCode; access: Access }) {
  const t = useText("application");
  const search = route.useSearch();
  const fromCheck = search.from === "check";
  const [asked, setAsked] = useState(fromCheck);
  const [summary, setSummary] = useState(0);
  const readOnly = !access.open.includes(section);
  const { data: application } = useSuspenseQuery(applicationQuery(applicationId));
  const opened = useSection(applicationId, section, { caseNo: access.caseNo, readOnly, blanks: asked });
  const { status } = opened.draft;
  const lines = linesOf(application.sections, application.content);
  const name = lines.find((line) => line.section === section)?.name ?? section;
  const all = gapsOf(section, opened.problems, true).all;
  const showGaps = () => {
    setAsked(true);
    setSummary((times) => times + 1);
  };
  return (
    <div className="app-page app-with-nav">
      <title>{t("section.title", { name })}</title>
      <SectionNav applicationId={applicationId} lines={lines} current={section} open={access.caseNo ? access.open : undefined} />
      <div className="app-main">
        <BackLink applicationId={applicationId} access={access} fromCheck={fromCheck} />
        <header className="app-head">
          <p className="app-step">{t("section.step", { n: inOrder.indexOf(section) + 1, all: inOrder.length })}</p>
          <h1 tabIndex={-1}>{name}</h1>
          <p className="app-lead">{t.of(`intro.${section}`, "")}</p>
        </header>
        {readOnly && <ReadOnlyNote access={access} name={name} />}
        {access.task && !readOnly && <p className="app-note">{t("section.mending")}</p>}
        <Overtaken applicationId={applicationId} section={section} draft={opened.draft} documents={opened.props.documents} />
        {status === "refused" && opened.draft.problem && <ProblemNotice problem={opened.draft.problem} work="kept" />}
        {summary > 0 && all.length > 0 && <ErrorSummary key={summary} title={t("section.gaps", { n: all.length })} problems={all} targetOf={targetOf} />}
        {readOnly ? (
          <ApplicationSheet content={application.content} section={section} files={opened.props.documents.all} staff={section === "staff" ? (opened.props.content as Values["staff"]) : undefined} />
        ) : (
          <Suspense fallback={<Loading lines={8} />}>
            <div className="app-form">
              <SectionForm section={section} props={opened.props} />
              <Arrive at={search.at} />
            </div>
          </Suspense>
        )}
        {readOnly ? (
          <DecisionBar label={t("bar.label")} main={<BackLink applicationId={applicationId} access={access} fromCheck={fromCheck} />} />
        ) : (
          <SectionBar applicationId={applicationId} section={section} draft={opened.draft} lines={lines} fromCheck={fromCheck} task={access.task} missing={all.length} asked={summary > 0} onGaps={showGaps} />
        )}
      </div>
    </div>
  );
}

/** Arrive goes to the field that a link of the check page names, once the form is there. */
function Arrive({ at }: { at: string | undefined }) {
  useEffect(() => {
    if (!at) {
      document.querySelector<HTMLElement>(".app-head h1")?.focus({ preventScroll: true });
      return;
    }
    const timer = window.setTimeout(() => {
      const id = targetOf(at);
      if (id) goTo(id);
    }, 50);
    return () => window.clearTimeout(timer);
  }, [at]);
  return null;
}

function BackLink({ applicationId, access, fromCheck }: { applicationId: string; access: Access; fromCheck: boolean }) {
  const t = useText("application");
  if (access.task) return <Link className="app-back" to={taskHref(access.task)}>{t("back.task", { stage: access.task.stageName })}</Link>;
  if (fromCheck) return <Link className="app-back" to="/app/applications/$applicationId/check" params={{ applicationId }}>{t("back.check")}</Link>;
  return <Link className="app-back" to="/app/applications/$applicationId" params={{ applicationId }}>{t("back.list")}</Link>;
}

function ReadOnlyNote({ access, name }: { access: Access; name: string }) {
  const t = useText("application");
  return <p className="app-note">{access.task ? t("section.notAsked", { name, stage: access.task.stageName }) : t("section.submitted")}</p>;
}
