import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Dialog, LinkButton, ProblemNotice, Upload, toast } from "@/design";
import { useText } from "@/i18n";
import { paperHref } from "@/features/task/PaperLinks";

/** SealPaper attaches the stamped copy (用印件) of a paper that waits for its seal: print, stamp, scan, upload. */
export function SealPaper({ caseNo, paper, onClose }: { caseNo: string; paper: Schemas["Paper"]; onClose: () => void }) {
  const t = useText("case");
  const [scan, setScan] = useState<Schemas["Document"][]>([]);
  const seal = useMutation({
    mutationFn: (documentId: string) =>
      answer(api.POST("/api/cases/{caseNo}/papers/{stage}/{round}/{kind}/seal", {
        params: { path: { caseNo, stage: paper.stage, round: paper.round, kind: paper.kind } }, body: { documentId, version: paper.version ?? 1 },
      })),
    onSuccess: () => {
      toast(t("seal.done", { name: paper.name }), "ok");
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["case", caseNo, "papers"] }),
  });
  const ready = scan.find((document) => document.state === "accepted");
  return (
    <Dialog
      open
      title={t("seal.title", { name: paper.name })}
      onClose={onClose}
      locked={seal.isPending}
      footer={<Button kind="primary" busy={seal.isPending} why={ready ? undefined : [t("seal.need")]} onClick={() => ready && seal.mutate(ready.id)}>{t("seal.go")}</Button>}
    >
      {seal.error && <ProblemNotice problem={problemOf(seal.error)} work="kept" />}
      <ol className="seal-steps">
        <li>{t("seal.print")} <LinkButton small kind="quiet" icon="download" href={paperHref(caseNo, paper)} download="">{t("papers.download")}</LinkButton></li>
        <li>{t("seal.stamp")}</li>
        <li>{t("seal.scan")}</li>
      </ol>
      <Upload purpose="stamped" caseNo={caseNo} accept="application/pdf,image/jpeg,image/png" label={t("seal.file")} hint={t("seal.hint")} value={scan} onChange={setScan} slot={`stamped/${caseNo}/${paper.id}`} trustOf={() => "A"} />
    </Dialog>
  );
}
