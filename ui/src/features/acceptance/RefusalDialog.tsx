import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Button, Dialog, useHotkeys, TextArea, type Reason } from "@/design";
import { useText } from "@/i18n";
import type { Deciding } from "@/features/task/decide";
import { saidGate } from "./gateWords";
import type { Gate } from "./gates";
import { matterName } from "./matter";
import type { Review } from "./review";
import { settle } from "./settle";
import { allDefects, sayDefect, wishOf, type Sheet } from "./sheet";
import "./notice-dialog.css";

/** RefusalDialog is 不予受理: its grounds by clause and reason, with the officer's words, and what the applicant may do. */
export function RefusalDialog({ view, deciding, draft, review, gates, onClose }: {
  view: Schemas["TaskView"];
  deciding: Deciding;
  draft: Draft<Sheet>;
  review: Review;
  gates: readonly Gate[];
  onClose: () => void;
}) {
  const t = useText("acceptance");
  const sheet = draft.value;
  const reasonOf = (code: string) => review.reference.reasons.find((reason) => reason.code === code);
  const grounds = allDefects(sheet).filter((defect) => defect.finding === "refuse");
  const why: Reason[] = gates.map((gate) => ({ text: saidGate(gate, { t, reference: review.reference }) }));
  const refuse = async () => {
    await settle(draft, deciding, { verdict: "refuse", note: sheet.note || undefined, sheet: wishOf(sheet, review.rules) });
    onClose();
  };
  useHotkeys({ "Ctrl+Enter": { run: () => why.length === 0 && !deciding.busy && void refuse(), label: t("refusal.go") } }, true, { inDialog: true });
  return (
    <Dialog
      open
      wide
      tone="seal"
      title={t("refusal.title")}
      locked={deciding.busy}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("notice.back")}</Button>
          <Button kind="danger" busy={deciding.busy} why={why} onClick={() => void refuse()}>{t("refusal.go")}</Button>
        </>
      }
    >
      <p>{t("refusal.what", { name: view.task.enterpriseName })}</p>
      <ol className="acc-grounds">
        {grounds.map((ground) => {
          const reason = reasonOf(ground.reason);
          return (
            <li key={`${ground.matter} ${ground.reason}`}>
              <p><strong>{t("notice.clause", { clause: reason?.clause ?? "" })}</strong>{reason?.text}<span className="acc-quiet">{matterName(review.reference, ground.matter)}</span></p>
              <TextArea
                aria-label={t("words.label", { reason: reason?.text ?? "" })}
                aria-required={reason?.needsWords}
                rows={2}
                placeholder={t(reason?.needsWords ? "refusal.words.needed" : "refusal.words.more")}
                value={ground.words ?? ""}
                onChange={(event) => draft.change(sayDefect(sheet, ground.matter, ground.reason, event.target.value))}
              />
            </li>
          );
        })}
      </ol>
      <p className="acc-quiet">{t("refusal.rights")}</p>
    </Dialog>
  );
}
