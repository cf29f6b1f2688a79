import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "@/api/session";
import { Button } from "@/design";
import { momentOf, useText } from "@/i18n";
import { useCompetent } from "./competent";
import { DiscardDialog } from "./DiscardDialog";
import { IntakeSlip } from "./IntakeSlip";
import { done, linesOf, nextOf, readyToCheck, type Line } from "./progress";
import { applicationQuery, type Application } from "./queries";
import { TaskGroups } from "./TaskGroups";
import { WhatToHave } from "./WhatToHave";
import "./application.css";

const route = getRouteApi("/desks/app/applications/$applicationId");

/** ApplicationPage is the list of what an application needs, in any order; once it is submitted, its intake slip. */
export function ApplicationPage() {
  const { applicationId } = route.useParams();
  const { data: application } = useSuspenseQuery(applicationQuery(applicationId));
  return application.state === "submitted" ? <IntakeSlip application={application} /> : <TaskList application={application} />;
}

function TaskList({ application }: { application: Application }) {
  const t = useText("application");
  const session = useSession();
  const competent = useCompetent(application.region);
  const [discarding, setDiscarding] = useState(false);
  const lines = linesOf(application.sections, application.content);
  return (
    <div className="app-page">
      <title>{t("list.title")}</title>
      <header className="app-head">
        <p className="app-crumb"><Link to="/app/desk">{t("back.desk")}</Link></p>
        <h1>{t("list.heading")}</h1>
        <p className="app-meta">
          <span>{session?.enterprise?.name ?? application.content.unit.name}</span>
          <span>{t("list.to", { body: competent?.name ?? "" })}</span>
          <span>{t("list.saved", { at: momentOf(application.updatedAt) })}</span>
        </p>
      </header>
      <NextStep application={application} lines={lines} />
      <div className="app-columns">
        <div className="app-list">
          <TaskGroups applicationId={application.id} lines={lines} />
          <footer className="app-list-foot">
            <Button kind="quiet" onClick={() => setDiscarding(true)}>{t("discard.open")}</Button>
          </footer>
        </div>
        <WhatToHave />
      </div>
      {discarding && <DiscardDialog applicationId={application.id} onClose={() => setDiscarding(false)} />}
    </div>
  );
}

/** NextStep says how far one has come and what comes next, and leads there. */
function NextStep({ application, lines }: { application: Application; lines: readonly Line[] }) {
  const t = useText("application");
  const count = done(lines);
  const ready = readyToCheck(lines);
  const next = nextOf(lines);
  const name = lines.find((line) => line.section === next)?.name ?? "";
  const params = { applicationId: application.id };
  return (
    <section className="app-next" aria-label={t("next.label")}>
      <div className="app-next-words">
        <p className="app-next-count">{t("list.done", { n: count, all: lines.length })}</p>
        <progress className="app-bar" max={lines.length} value={count} aria-label={t("list.done", { n: count, all: lines.length })} />
        <p>{ready ? t("next.ready") : count === 0 ? t("next.first", { name }) : t("next.go", { name })}</p>
      </div>
      {ready || !next ? (
        <Link className="jx-button jx-button-primary" to="/app/applications/$applicationId/check" params={params}>{t("check.heading")}</Link>
      ) : (
        <Link className="jx-button jx-button-primary" to="/app/applications/$applicationId/$section" params={{ ...params, section: next }}>{count === 0 ? t("next.start", { name }) : t("next.continue", { name })}</Link>
      )}
    </section>
  );
}
