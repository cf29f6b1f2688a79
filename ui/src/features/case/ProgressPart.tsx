import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { DeadlineRail, Icon, Tag } from "@/design";
import { dayOf, useText, type Text } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { kindOf, wayOf } from "./kind";
import { stageOf } from "./names";
import type { PartProps } from "./part";
import { stretchesOf, type Stretch } from "./progress";
import { TenurePart } from "./TenurePart";

/** ProgressPart shows the way of a case: who had it from when to when, how long, and what is still to come. */
export function ProgressPart({ now }: PartProps) {
  return kindOf(now) === "tenure" ? <TenurePart now={now} /> : <Way now={now} />;
}

function Way({ now }: PartProps) {
  const t = useText("case");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const filing = kindOf(now) === "filing";
  const { expected } = now;
  const plan = filing ? now.plan : wayOf(now, (stage) => stageOf(reference, stage));
  const paused = now.clock?.paused ?? false;
  const way = stretchesOf(now, paused, plan);
  const { clock } = now;
  const closed = now.outcome !== "";
  return (
    <div className={filing ? "way" : "way way-alone"}>
      {(filing || now.stuck.length > 0) && <aside className="way-clock">
        {filing && <h2>{t("clock.title")}</h2>}
        {clock ? (
          <DeadlineRail
            limit={clock.limit}
            used={clock.used}
            left={clock.left}
            paused={clock.paused}
            pauses={clock.pauses}
            text={closed ? t("clock.closed") : clock.text}
            provisional={clock.provisional}
            {...(closed ? {} : { finish: clock.finish })}
            start={clock.start}
          />
        ) : filing && (
          <p className="way-none">{t("clock.none")}</p>
        )}
        {expected && <p className="way-expected">{t(expected.provisional ? "way.expectedAbout" : "way.expected", { day: dayOf(expected.date) })}</p>}
        {clock && <p className="way-rule">{t("clock.rule")}</p>}
        {now.stuck.length > 0 && (
          <div className="way-stuck" role="status">
            <p><Icon name="warning" />{t("stuck.title")}</p>
            <ul>{now.stuck.map((why) => <li key={why.message}>{why.message}</li>)}</ul>
          </div>
        )}
      </aside>}
      <section className="way-steps" aria-labelledby="way">
        <h2 id="way">{t("way.title")}</h2>
        <div className="way-table" role="table" aria-labelledby="way">
          <div role="row" className="way-row way-names">
            <span role="columnheader">{t("way.stage")}</span>
            <span role="columnheader">{t("way.body")}</span>
            <span role="columnheader">{t("way.span")}</span>
            <span role="columnheader">{t("way.time")}</span>
          </div>
          {way.map((stretch) => <StretchRow key={stretch.key} stretch={stretch} now={now} planned={plan.find((p) => p.stage === stretch.stage)} />)}
        </div>
      </section>
    </div>
  );
}

function spanOf(from: string, to: string, t: Text<"case">): string {
  return from === to ? from : t("way.fromTo", { from, to });
}

function StretchRow({ stretch, planned, now }: { stretch: Stretch; planned: Schemas["PlannedStage"] | undefined; now: Schemas["Case"] }) {
  const t = useText("case");
  const task = now.openTasks.find((open) => open.stage === stretch.stage);
  const running = stretch.state === "current" || stretch.state === "paused";
  const still = planned?.counted === false;
  const limit = planned?.limit ? t(planned.unit === "day" ? "way.limitDays" : "way.limit", { n: planned.limit }) : "";
  const days = stretch.workdays ?? (running ? task?.idleDays : 0);
  const used = stretch.state === "todo" || days === undefined ? "" : days === 0 ? t("way.sameDay") : t("way.used", { n: days });
  return (
    <div role="row" className={`way-row way-${stretch.state}${still ? " way-still" : ""}`} aria-current={running ? "step" : undefined}>
      <span role="cell" className="way-stage">
        <span className="way-name">{stretch.name}</span>
        {stretch.round > 1 && <span className="way-round">{t("head.round", { n: stretch.round })}</span>}
        {stretch.state === "current" && <Tag state="working">{t("way.now")}</Tag>}
        {stretch.state === "paused" && <Tag state="paused">{t("way.paused")}</Tag>}
      </span>
      <span role="cell" data-label={t("way.body")}>{planned?.body ?? ""}</span>
      <span role="cell" data-label={t("way.span")}>
        {stretch.from ? spanOf(dayOf(stretch.from), stretch.to ? dayOf(stretch.to) : t("way.today"), t) : <span className="way-coming">{t("way.coming")}</span>}
      </span>
      <span role="cell" data-label={t("way.time")}>
        {[used, limit].filter(Boolean).join(t("way.of"))}{" "}
        {still && stretch.state !== "todo" && <span className="way-uncounted">{t("way.uncounted")}</span>}
      </span>
    </div>
  );
}
