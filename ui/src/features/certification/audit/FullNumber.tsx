import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "@/api/client";
import { Button } from "@/design";
import { useText } from "@/i18n";
import { RevealDialog } from "@/features/application/RevealDialog";

/** FullNumber is an ID number: masked, and in full once somebody has said why; the reading is recorded. */
export function FullNumber({ batchNo, no, masked }: { batchNo: string; no: number; masked: string }) {
  const t = useText("audit");
  const [asking, setAsking] = useState(false);
  const reveal = useMutation({
    mutationFn: (reason: string) => answer(api.POST("/api/batches/{batchNo}/results/{no}/reading", { params: { path: { batchNo, no } }, body: { reason } })),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  const full = reveal.data?.idNumber;
  return (
    <span className="audit-id">
      <span className="number">{full ?? masked}</span>
      {full ? <span className="audit-quiet" role="status">{t("id.recorded")}</span> : <Button kind="quiet" small icon="eye" onClick={() => setAsking(true)}>{t("id.full")}</Button>}
      {asking && <RevealDialog busy={reveal.isPending} problem={reveal.error} onReveal={(reason) => reveal.mutate(reason)} onClose={() => setAsking(false)} />}
    </span>
  );
}
