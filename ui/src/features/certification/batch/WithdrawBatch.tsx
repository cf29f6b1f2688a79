import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "@/api/client";
import { newKey, settle } from "@/api/command";
import { problemOf } from "@/api/problem";
import { Button, Dialog, Field, ProblemNotice, TextArea, toast } from "@/design";
import { useText } from "@/i18n";
import { forgetBatch, type Batch } from "./queries";

/** WithdrawBatch takes results back (撤回), until the audit has taken effect. */
export function WithdrawBatch({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t("withdraw")}</Button>
      {open && <WithdrawDialog batch={batch} onClose={() => setOpen(false)} />}
    </>
  );
}

function WithdrawDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useText("batch");
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const withdraw = useMutation({
    mutationFn: async () => settle(await answer(api.POST("/api/cases/{caseNo}/withdrawal", { params: { path: { caseNo: batch.batchNo }, header: { "Idempotency-Key": key } }, body: { reason: reason.trim() } }))),
    onSuccess: async () => {
      toast(t("withdraw.done"), "ok");
      onClose();
      await forgetBatch(batch.batchNo);
    },
  });
  return (
    <Dialog
      open
      title={t("withdraw.title", { n: batch.rows })}
      onClose={onClose}
      locked={withdraw.isPending}
      footer={
        <>
          <Button onClick={onClose}>{t("withdraw.keep")}</Button>
          <Button kind="danger" busy={withdraw.isPending} why={reason.trim().length >= 2 ? [] : [t("withdraw.need")]} onClick={() => withdraw.mutate()}>{t("withdraw.go")}</Button>
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
