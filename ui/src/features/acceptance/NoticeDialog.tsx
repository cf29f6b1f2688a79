import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Button, DeadlineText, Dialog, DocumentHead, Field, TextArea, useHotkeys, type Reason } from "@/design";
import { today, useText } from "@/i18n";
import { caseQuery } from "@/features/task/queries";
import type { Deciding } from "@/features/task/decide";
import { saidGate } from "./gateWords";
import { asked, type Gate, type Past } from "./gates";
import type { Matter } from "./matter";
import { noticeOf } from "./notice";
import { answerDaysQuery, type Review } from "./review";
import { settle } from "./settle";
import { sayDefect, wishOf, type Sheet } from "./sheet";
import "./notice-dialog.css";

/** NoticeDialog is 一次性告知: the letter as it will be, composed from every verdict. Its words can be edited, its items cannot. */
export function NoticeDialog({ view, deciding, draft, review, past, gates, onClose }: {
  view: Schemas["TaskView"];
  deciding: Deciding;
  draft: Draft<Sheet>;
  review: Review;
  past: Past;
  gates: readonly Gate[];
  onClose: () => void;
}) {
  const t = useText("acceptance");
  // Read beside the page, not instead of it: the review stays where it is while the dialog waits.
  const filing = useQuery(caseQuery(view.task.caseNo)).data;
  const limit = useQuery({ ...answerDaysQuery(view.task.caseNo, filing?.policy ?? ""), enabled: filing !== undefined }).data;
  const sheet = draft.value;
  const rows = noticeOf(sheet, review.reference);
  const late = asked(sheet).filter(past.late);
  const told = asked(sheet).filter((defect) => past.told(defect));
  const second = told.length > 0 && review.again.length > 0;
  const words = useText("words");
  const why: Reason[] = gates.map((gate) => ({
    text: saidGate(gate, { t, reference: review.reference }),
    onGo: () => document.getElementById(fieldOf(gate))?.focus(),
  }));
  const first = useRef(fieldOf(gates.find((gate) => gate.kind === "again") ?? gates[0]));
  useEffect(() => document.getElementById(first.current)?.focus(), []);
  const send = async () => {
    await settle(draft, deciding, { verdict: "return", note: [sheet.again, sheet.note].filter((line) => line.trim()).join("\n") || undefined, sheet: wishOf(sheet, review.rules) });
    onClose();
  };
  useHotkeys({ "Ctrl+Enter": { run: () => why.length === 0 && !deciding.busy && void send(), label: t(second ? "notice.propose" : "notice.send") } }, true, { inDialog: true });

  return (
    <Dialog
      open
      wide
      title={t("notice.title", { n: rows.length })}
      locked={deciding.busy}
      onClose={onClose}
      footer={
        <>
          <span className="acc-notice-left">{view.task.deadline && <>{t("notice.left")}<DeadlineText deadline={view.task.deadline} plain /></>}</span>
          <Button onClick={onClose}>{t("notice.back")}</Button>
          <Button kind="primary" id={sendId} busy={deciding.busy} why={why} onClick={() => void send()}>{t(second ? "notice.propose" : "notice.send")}</Button>
        </>
      }
    >
      <p className="acc-quiet">{t("notice.what")}</p>
      {told.length > 0 && (
        <p className="acc-second" role="note">
          {t("notice.told", { n: told.length })}
          {second && <strong>{t("notice.second", { steps: review.again.map((step) => words.of(`step.${step}`, step)).join(t("notice.then")) })}</strong>}
        </p>
      )}
      {late.length > 0 && (
        <Field id="notice-again" label={t("notice.again")} hint={t("notice.again.hint", { n: late.length })} required>
          {(props) => <TextArea {...props} rows={2} value={sheet.again} onChange={(event) => draft.change({ ...sheet, again: event.target.value })} />}
        </Field>
      )}
      <DocumentHead title={t("notice.document")} issuer={filing?.competent.name} no={t("notice.number")} date={today()} level={3}>
        <p className="acc-letter">{t("notice.to", { name: view.task.enterpriseName })}</p>
        <p className="acc-letter acc-letter-indent">{t("notice.lead", { n: rows.length })}</p>
        <table className="acc-letter-table">
          <thead>
            <tr>{(["no", "place", "clause", "wrong", "todo"] as const).map((key) => <th key={key} scope="col">{t(`notice.column.${key}`)}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row, i) => {
              const before = past.told(row);
              return (
              <tr key={`${row.matter} ${row.reason}`}>
                <td>{i + 1}</td>
                <td>{row.place || t("notice.same")}</td>
                <td>{t("notice.clause", { clause: row.clause })}</td>
                <td>{row.wrong}</td>
                <td>
                  {row.todo && <p>{row.todo}</p>}
                  {before && <p className="acc-quiet">{t("notice.before", { words: before.words?.trim() || row.wrong })}</p>}
                  <TextArea
                    id={noticeId(row.matter, row.reason)}
                    aria-label={t("words.label", { reason: row.wrong })}
                    aria-required={row.needsWords || before !== undefined}
                    rows={1}
                    placeholder={t(before ? "words.again" : row.needsWords ? "words.needed" : "words.more")}
                    value={row.words}
                    onChange={(event) => draft.change(sayDefect(sheet, row.matter, row.reason, event.target.value))}
                  />
                </td>
              </tr>
              );
            })}
          </tbody>
        </table>
        <p className="acc-letter acc-letter-indent">{limit ? t(limit.workdays ? "notice.closeWorkdays" : "notice.close", { days: limit.days }) : "…"}</p>
        <p className="acc-letter-sign">{filing?.competent.name}<br />{t("notice.seal")}</p>
      </DocumentHead>
    </Dialog>
  );
}

const sendId = "notice-send";

/** fieldOf is the control where a condition of the notice is met; without one it can be sent. */
function fieldOf(gate: Gate | undefined): string {
  if (!gate) return sendId;
  if (gate.kind === "again") return "notice-again";
  return gate.kind === "words" || gate.kind === "toldWords" ? noticeId(gate.matter, gate.reason) : "";
}

function noticeId(matter: Matter, reason: string): string {
  return `notice-${matter}-${reason}`;
}
