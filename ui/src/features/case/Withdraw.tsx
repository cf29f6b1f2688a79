import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { newKey, settle } from "@/api/command";
import { problemOf } from "@/api/problem";
import { Button, Dialog, Field, ProblemNotice, TextArea, toast } from "@/design";
import { useText } from "@/i18n";
import { forgetCase } from "@/features/task/queries";
import { kindOf } from "./kind";

/** mayWithdraw says whether an application can still be taken back: until the receipt. */
export function mayWithdraw(now: Schemas["Case"]): boolean {
  return !now.outcome && !now.filing && now.stage !== "publication" && now.stage !== "finished" && kindOf(now) === "filing";
}

/** Withdraw takes the application back (撤回), with the reason. */
export function Withdraw({ now }: { now: Schemas["Case"] }) {
  const t = useText("case");
  const [open, setOpen] = useState(false);
  if (!mayWithdraw(now)) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t("withdraw.open")}</Button>
      {open && <WithdrawDialog now={now} onClose={() => setOpen(false)} />}
    </>
  );
}

function WithdrawDialog({ now, onClose }: { now: Schemas["Case"]; onClose: () => void }) {
  const t = useText("case");
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const withdraw = useMutation({
    mutationFn: async () => settle(await answer(api.POST("/api/cases/{caseNo}/withdrawal", { params: { path: { caseNo: now.caseNo }, header: { "Idempotency-Key": key } }, body: { reason: reason.trim() } }))),
    onSuccess: async () => {
      toast(t("withdraw.done"), "ok");
      onClose();
      await forgetCase(now.caseNo);
    },
  });
  const why = reason.trim().length >= 2 ? undefined : [t("withdraw.need")];
  return (
    <Dialog
      open
      title={t("withdraw.title")}
      onClose={onClose}
      locked={withdraw.isPending}
      footer={
        <>
          <Button onClick={onClose}>{t("withdraw.keep")}</Button>
          <Button kind="danger" busy={withdraw.isPending} why={why} onClick={() => withdraw.mutate()}>{t("withdraw.go")}</Button>
        </>
      }
    >
      {withdraw.error && <ProblemNotice problem={problemOf(withdraw.error)} work="kept" />}
      <p>{t("withdraw.what")}</p>
      <Field label={t("withdraw.reason")} required>
        {(wiring) => <TextArea {...wiring} rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
