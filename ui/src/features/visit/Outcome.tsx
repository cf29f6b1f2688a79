import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { Problem } from "@/api/problem";
import { Button, ConflictNotice, Icon } from "@/design";
import { dayOf, momentOf, useText } from "@/i18n";
import { sheetOf } from "@/features/case/granted";
import { statementsQuery } from "@/features/task/queries";
import { closedBy } from "./closed";
import { useBox, useOutbox } from "./outbox/context";
import type { Refusal, Sheet, Visit } from "./outbox/record";
import { taskOf } from "./outbox/wire";
import { useVisitText } from "./said";

/** useFocus brings a new state of the page to who does not see it. */
function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

/** Waiting stands from the wish to hand in until the server has taken the record. */
export function Waiting({ id, visit }: { id: string; visit: Visit }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const box = useBox();
  const heading = useFocus();
  const photos = Object.values(box.photos).filter((photo) => photo.visit === id && photo.state !== "sent");
  const refused = photos.filter((photo) => photo.state === "refused");
  return (
    <section className="visit-outcome" aria-live="polite">
      <p className="visit-of">{visit.about.enterprise}</p>
      <h1 ref={heading} tabIndex={-1}>{t(box.reach === "no" ? "waiting.cut" : "waiting.heading")}</h1>
      <p>{photos.length > 0 ? t("waiting.photos", { n: photos.length }) : t("waiting.record")}</p>
      <p className="visit-hint">{t("waiting.safe")}</p>
      {refused.map((photo) => <p key={photo.id} className="visit-wrong"><Icon name="warning" />{t("gap.refused", { name: photo.name })} {photo.problem}</p>)}
      <div className="visit-bar">
        {!visit.submission?.body && <Button onClick={() => void outbox.recall(id)}>{t("waiting.recall")}</Button>}
        <Button kind="primary" busy={box.sending} onClick={() => void outbox.send()}>{t("waiting.now")}</Button>
      </div>
    </section>
  );
}

/** HandedIn is shown before anything else is offered: what was handed in stands in the record. */
export function HandedIn({ id, visit }: { id: string; visit: Visit }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const heading = useFocus();
  const at = visit.outcome?.kind === "done" ? visit.outcome.at : "";
  return (
    <section className="visit-outcome visit-outcome-done">
      <Icon name="check" className="visit-outcome-mark" />
      <h1 ref={heading} tabIndex={-1}>{t("done.heading")}</h1>
      <p className="visit-of">{visit.about.enterprise}</p>
      <p>{t("done.at", { time: at && momentOf(at) })}</p>
      <p className="visit-hint">{t("done.next")}</p>
      <Link href="/visit" className="jx-button jx-button-primary visit-wide" onClick={() => void outbox.forget(id)}>{t("back")}</Link>
    </section>
  );
}

/** Lost stands when somebody else has handed in first: both records are kept, and shown. */
export function Lost({ id, visit, refusal }: { id: string; visit: Visit; refusal: Refusal }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const [look, setLook] = useState(false);
  const [over, setOver] = useState(false);
  const inWords = useVisitText(visit.about);
  const { data } = useQuery({ ...statementsQuery(visit.caseNo), staleTime: 0, refetchOnMount: "always" });
  const said = data?.items.filter((one) => one.stage === "siteVisit" && one.round === visit.round && one.verdict === "submit").at(-1);
  const theirs = sheetOf<"siteVisit">(said);
  const facts: Record<string, string> = { ...(said ? { who: said.actor.name, at: said.at, state: "done" } : {}), ...refusal.facts };
  async function redo() {
    const { task } = await taskOf(visit);
    if (closedBy(task)) setOver(true);
    else await outbox.again(id);
  }
  return (
    <section className="visit-screen">
      <p className="visit-of">{visit.about.enterprise}</p>
      <h1>{t("lost.heading")}</h1>
      <ConflictNotice
        problem={new Problem({ ...refusal, detail: refusal.detail || t("lost.closed"), facts })}
        mine={inWords(visit.sheet)}
        verdictName={facts.verdictName ?? said?.verdictName}
        onView={() => setLook(true)}
        onRedo={() => void redo().catch(() => setOver(false))}
      />
      {over && <p className="visit-warn" role="status"><Icon name="info" />{t("lost.over")}</p>}
      {look && (theirs ? <Theirs sheet={theirs} words={inWords(theirs)} /> : <p className="visit-hint">{t("lost.notRead")}</p>)}
      <div className="visit-bar">
        <Link href="/visit" className="jx-button jx-button-plain">{t("back")}</Link>
        <Button kind="danger" onClick={() => void outbox.forget(id)}>{t("lost.forget")}</Button>
      </div>
    </section>
  );
}

function Theirs({ sheet, words }: { sheet: Sheet; words: string }) {
  const t = useText("visit");
  return (
    <section className="visit-theirs" aria-labelledby="theirs">
      <h2 id="theirs">{t("lost.theirs", { date: sheet.visitedOn ? dayOf(sheet.visitedOn) : "" })}</h2>
      <p className="visit-words">{words}</p>
    </section>
  );
}
