import { useState } from "react";
import { Link } from "wouter";
import { signOut, type Session } from "@/api/session";
import { problemOf, type Problem } from "@/api/problem";
import { Button, Dialog, Icon, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { LanguageSwitch } from "@/features/shell/LanguageSwitch";
import { useBox, useOutbox, waitingIn } from "./outbox/context";
import { forgetPerson } from "./outbox/person";

/** Top is the bar over every page: where one is, what has not been sent yet, and who one is. */
export function Top({ session, onGone }: { session: Session; onGone: () => void }) {
  const t = useText("visit");
  const [open, setOpen] = useState(false);
  return (
    <header className="visit-top">
      <Link href="/visit" className="visit-home">
        <span className="visit-home-mark" aria-hidden="true">{t("brand")}</span>
        {t("title")}
      </Link>
      <Pending />
      <button type="button" className="visit-person" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {session.user.name}
      </button>
      {open && <PersonDialog session={session} onGone={onGone} onClose={() => setOpen(false)} />}
    </header>
  );
}

/** Pending says what has not reached the server; pressing it tries again at once. */
function Pending() {
  const t = useText("visit");
  const outbox = useOutbox();
  const box = useBox();
  const { photos, records, submissions } = waitingIn(box);
  const rest = submissions > 0 ? "pending.submission" : box.sending ? "pending.saving" : "pending.records";
  const words = photos > 0 ? t("pending.photos", { n: photos }) : records > 0 ? t(rest) : "";
  const cut = box.reach === "no";
  return (
    <>
      <span className="visually-hidden" role="status">{words ? `${cut ? t("pending.cut") : ""}${words}` : t("pending.none")}</span>
      {words ? (
        <button type="button" className="visit-pending" data-cut={cut || undefined} onClick={() => void outbox.send()} aria-label={t("pending.now", { what: words })}>
          {box.sending ? <span className="jx-spinner" aria-hidden="true" /> : <Icon name={cut ? "warning" : "upload"} />}
          {words}
        </button>
      ) : Object.keys(box.visits).length > 0 ? (
        <span className="visit-pending visit-pending-none" aria-hidden="true"><Icon name="check" />{t("pending.none")}</span>
      ) : null}
    </>
  );
}

function PersonDialog({ session, onGone, onClose }: { session: Session; onGone: () => void; onClose: () => void }) {
  const t = useText("visit");
  const { photos, records } = waitingIn(useBox());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const waiting = photos + records > 0;
  async function leave() {
    setBusy(true);
    setProblem(undefined);
    try {
      await signOut();
      await forgetPerson();
      onGone();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog open title={session.user.name} onClose={onClose} footer={<Button kind="plain" busy={busy} onClick={() => void leave()}>{waiting ? t("person.leaveKept") : t("person.leave")}</Button>}>
      {problem && <ProblemNotice problem={problem} />}
      {session.body?.name && <p>{session.body.name}</p>}
      {waiting && <p className="visit-warn"><Icon name="warning" />{t(photos === 0 ? "person.waitingRecords" : records === 0 ? "person.waitingPhotos" : "person.waiting", { photos, records })} {t("person.kept")}</p>}
      <p className="visit-person-menu"><a href="/app">{t("person.desk")}</a> <LanguageSwitch /></p>
    </Dialog>
  );
}
