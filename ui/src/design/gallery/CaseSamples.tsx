import { useState } from "react";
import type { Schemas } from "@/api/client";
import { DeadlineRail, DeadlineText, DocumentHead, Steps, Tag, Timeline, VerdictCells, type Finding } from "@/design";
import { tagStates } from "../palette";
import { Row, Section } from "./Section";
import { useWords, type WordKey } from "./words";

const findings: Finding[] = ["pass", "pass", "supplement", "", "refuse", "pass", ""];
const urgencies = [["onTime", "onTime", 11], ["near", "near", 3], ["near", "today", 0], ["overdue", "overdue", -2], ["paused", "paused", 5], ["onTime", "provisional", 60]] as const;

/** CaseSamples shows what a case is told by: tags, cells, deadlines, documents, its story. */
export function CaseSamples() {
  const w = useWords();
  const [current, setCurrent] = useState(3);
  const names = findings.map((_, i) => w(`material.${i + 1}` as WordKey));
  const deadline = ([urgency, words, left]: (typeof urgencies)[number]): Schemas["Deadline"] => ({ date: "2026-12-04", left, urgency, text: w(`deadline.${words}`), provisional: words === "provisional", start: "2026-11-10", used: 9, calendar: "2026-1" });
  const pause = (from: string, to: string | undefined, reason: "supplement" | "expert") => ({ from, to, reason, reasonName: w(`pause.${reason}`) });
  return (
    <>
      <Section id="tags" title={w("tags")}>
        <Row>{tagStates.map((state) => <Tag key={state} state={state}>{w(`tag.${state}`)}</Tag>)}</Row>
      </Section>
      <Section id="cells" title={w("cells")}>
        <Row><VerdictCells findings={findings} names={names} /></Row>
        <Row><VerdictCells findings={findings} names={names} size="large" current={current} onPick={setCurrent} /></Row>
      </Section>
      <Section id="deadlines" title={w("deadlines")}>
        <Row>{urgencies.map((one) => <DeadlineText key={one[1]} deadline={deadline(one)} limit={20} />)}<DeadlineText deadline={undefined} /></Row>
        <div className="gallery-grid">
          <div className="gallery-card"><DeadlineRail limit={20} used={9} left={11} paused={false} start="2026-11-02" finish="2026-12-10" text={w("deadline.onTime")} pauses={[pause("2026-11-09", "2026-11-16", "supplement")]} /></div>
          <div className="gallery-card"><DeadlineRail limit={20} used={15} left={5} paused start="2026-10-20" finish="2026-12-04" provisional text={w("deadline.paused")} pauses={[pause("2026-10-26", "2026-10-30", "supplement"), pause("2026-11-18", undefined, "expert")]} /></div>
          <div className="gallery-card"><DeadlineRail limit={10} used={12} left={-2} paused={false} start="2026-11-09" finish="2026-11-23" text={w("deadline.overdue")} pauses={[]} /></div>
          <div className="gallery-card"><DeadlineRail horizontal limit={20} used={9} left={11} paused={false} start="2026-11-02" finish="2026-12-10" text={w("deadline.onTime")} pauses={[pause("2026-11-09", "2026-11-16", "supplement")]} /></div>
        </div>
      </Section>
      <Section id="document" title={w("document")}>
        <div className="gallery-grid">
          <DocumentHead level={3} title={w("document.notice")} issuer={w("document.issuer")} no="210100-2026-000123" date="2026-11-25"><p>{w("document.body")}</p></DocumentHead>
          <DocumentHead level={3} tone="seal" title={w("document.receipt")} issuer={w("document.department")} no="Y000021000123" date="2026-11-25"><p>{w("document.receiptBody")}</p></DocumentHead>
        </div>
      </Section>
      <Section id="story" title={w("story")}>
        <Steps items={[
          { name: w("step.submit"), state: "done" },
          { name: w("step.accept"), state: "done", detail: w("step.acceptDetail") },
          { name: w("step.expert"), state: "paused", detail: w("step.expertDetail") },
          { name: w("step.verify"), state: "todo" },
          { name: w("step.receipt"), state: "todo" },
        ]} />
        <div className="gallery-grid">
          <Timeline items={[
            { id: 1, when: "2026-11-25T02:32:00Z", who: w("document.department"), title: w("story.filed"), tone: "seal" },
            { id: 2, when: "2026-11-20T01:10:00Z", who: w("person.1"), title: w("story.accepted"), body: w("story.acceptedBody"), tone: "ok" },
            { id: 3, when: "2026-11-16T08:05:00Z", who: w("person.1"), title: w("story.supplement"), tone: "warn" },
            { id: 4, when: "2026-11-12T06:40:00Z", who: w("person.2"), title: w("story.opened"), tone: "quiet" },
            { id: 5, when: "2026-11-10T07:00:00Z", who: w("enterprise.1"), title: w("story.submitted") },
          ]} />
          <Steps vertical label={w("story")} items={[
            { name: w("step.submit"), state: "done" },
            { name: w("step.accept"), state: "current", detail: w("step.acceptDetail") },
            { name: w("step.expert"), state: "todo" },
          ]} />
        </div>
      </Section>
    </>
  );
}
