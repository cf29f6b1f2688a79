import { useState } from "react";
import { problemOf } from "@/api/problem";
import { Button, Dialog, Field, ProblemNotice, TextArea } from "@/design";
import { useText } from "@/i18n";

/** RevealDialog asks why ID numbers are to be read in full; the reading is recorded with that reason. */
export function RevealDialog({ busy, problem, onReveal, onClose }: { busy: boolean; problem: unknown; onReveal: (reason: string) => void; onClose: () => void }) {
  const t = useText("application");
  const [reason, setReason] = useState("");
  const enough = reason.trim().length >= 2;
  return (
    <Dialog open title={t("staff.reveal")} onClose={onClose}
      footer={<Button kind="primary" icon="eye" busy={busy} why={enough ? undefined : [t("staff.reveal.need")]} onClick={() => onReveal(reason.trim())}>{t("staff.reveal.go")}</Button>}>
      <p>{t("staff.reveal.lead")}</p>
      {problem ? <ProblemNotice problem={problemOf(problem)} /> : null}
      <Field label={t("staff.reveal.reason")} hint={t("staff.reveal.hint")} required>
        {(wiring) => <TextArea {...wiring} rows={2} maxLength={200} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
