import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { has, useSession } from "@/api/session";
import { Check, Icon, Timeline } from "@/design";
import { useText } from "@/i18n";
import { papersQuery, referenceQuery, statementsQuery } from "@/features/task/queries";
import { isTenure, type PartProps } from "./part";
import { namesIn } from "./people";
import { eventsQuery, regionsQuery } from "./queries";
import { tell, type EventWords } from "./record";
import { stageOf, verdictName } from "./names";

const route = getRouteApi("/desks/app/cases/$caseNo");

/** RecordPart tells what happened in a case, in words, and whether its chain of digests is whole. */
export function RecordPart({ now }: PartProps) {
  const t = useText("case");
  const { data: events } = useSuspenseQuery(eventsQuery(now.caseNo));
  const words = useEventWords(now);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const brief = search.brief === "1";
  const told = events.items.map((event) => ({ event, ...tell(words, event) })).filter(({ tone }) => !brief || tone !== "quiet");
  return (
    <div className="case-record">
      <p className={events.verified ? "case-chain" : "case-chain case-chain-broken"} role="status">
        <Icon name={events.verified ? "check" : "warning"} />
        {events.verified ? t("record.whole", { n: events.total }) : events.problem || t("record.broken")}
        {events.items.length < events.total && <span>{t("record.yours", { n: events.items.length })}</span>}
      </p>
      <Check label={t("record.brief")} checked={brief} onChange={(on) => void navigate({ search: ({ brief: _, ...old }: Record<string, string>) => (on ? { ...old, brief: "1" } : old), resetScroll: false })} />
      <Timeline
        label={t("record.label")}
        items={told.map(({ event, title, who, body, tone }) => ({
          id: event.seq, when: event.at, title, tone,
          who: <span className="case-event-who">{who}<span className="case-seq" title={event.digest}>{t("record.seq", { n: event.seq })}</span></span>,
          ...(body ? { body } : {}),
        }))}
      />
    </div>
  );
}

function useEventWords(now: Schemas["Case"]): EventWords {
  const t = useText("case");
  const roles = useText("words");
  const session = useSession();
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const { data: papers } = useSuspenseQuery(papersQuery(now.caseNo));
  // Operators read no statements; then people are named by the tasks alone.
  const said = useQuery({ ...statementsQuery(now.caseNo), enabled: has(session, "clerk", "handler", "reviewer", "signer", "expert") && !isTenure(now) });
  const bodies = [...regions.provincial, ...regions.items.flatMap((region) => region.bodies)];
  const statements = said.data?.items ?? [];
  return {
    t, roles, names: namesIn(statements, now.openTasks),
    stageOf: (code) => (code === "valid" || code === "lapsed" ? t.of(`tenure.${code}`, code) : stageOf(reference, code)),
    verdictOf: (stage, code) => statements.find((s) => s.stage === stage && s.verdict === code)?.verdictName ?? verdictName(reference, roles, stage, code),
    outcomeOf: (code) => reference.outcomes.find((o) => o.code === code)?.name ?? t.of(`tenure.${code}`, ""),
    bodyOf: (id) => bodies.find((body) => body.id === id)?.name ?? (id === now.enterpriseId ? now.enterpriseName : ""),
    paperOf: (kind) => papers.items.find((paper) => paper.kind === kind)?.name ?? t.of(`effect.${kind}`, t("effect.other")),
  };
}
