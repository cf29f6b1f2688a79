import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Dialog, ProblemNotice, toast } from "@/design";
import { useText } from "@/i18n";
import { batchQuery, type Batch } from "./queries";

/** DiscardBatch throws a draft away that was never handed in. */
export function DiscardBatch({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { batchNo, version } = batch;
  const discard = useMutation({
    mutationFn: () => answer(api.DELETE("/api/batches/{batchNo}", { params: { path: { batchNo }, query: { version } } })),
    onSuccess: async () => {
      toast(t("discard.done"), "ok");
      await navigate({ to: "/app/batches" });
      queryClient.removeQueries({ queryKey: batchQuery(batchNo).queryKey });
      await queryClient.invalidateQueries({ queryKey: ["cases", "batches"] });
    },
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>{t("discard")}</Button>
      {open && (
        <Dialog
          open
          title={t("discard.title")}
          onClose={() => setOpen(false)}
          locked={discard.isPending}
          footer={
            <>
              <Button onClick={() => setOpen(false)}>{t("discard.keep")}</Button>
              <Button kind="danger" busy={discard.isPending} onClick={() => discard.mutate()}>{t("discard.go")}</Button>
            </>
          }
        >
          {discard.error && <ProblemNotice problem={problemOf(discard.error)} />}
          <p>{t("discard.what")}</p>
        </Dialog>
      )}
    </>
  );
}
