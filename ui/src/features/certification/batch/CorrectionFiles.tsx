import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, FieldError, ProblemNotice, toast, Upload } from "@/design";
import { useText } from "@/i18n";
import { useFiles } from "@/features/application/files";
import { EvidenceFiles } from "./EvidenceFiles";
import { tidyPlan, type Plan } from "./plan";
import { batchQuery, bytesOf, forgetBatch, offerOf, policyTodayQuery, type Batch } from "./queries";

/** CorrectionFiles replaces photos and evidence of a returned batch. Photos of people who were not returned have to stay as they are. */
export function CorrectionFiles({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const offer = useQuery(offerOf(batch.batchNo)).data;
  return (
    <details className="batch-sheet">
      <summary>{t("correct.files")}</summary>
      <NewPhotos batch={batch} />
      {offer && <NewEvidence key={batch.version} batch={batch} offer={offer} />}
    </details>
  );
}

async function kept(batchNo: string, saved: Batch) {
  queryClient.setQueryData(batchQuery(batchNo).queryKey, saved);
  await forgetBatch(batchNo);
}

function NewPhotos({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const { batchNo, version } = batch;
  const documents = useFiles();
  const policy = useQuery(policyTodayQuery).data;
  const [photos, setPhotos] = useState<string>();
  const value = documents.of(photos ? [photos] : []);
  const zip = value[0]?.id;
  const replace = useMutation({
    mutationFn: (id: string) => answer(api.PUT("/api/batches/{batchNo}/photos", { params: { path: { batchNo } }, body: { version, photos: id } })),
    onSuccess: async (saved) => {
      setPhotos(undefined);
      await kept(batchNo, saved);
      toast(t("correct.photosDone"), "ok");
    },
    onError: (thrown) => {
      if (problemOf(thrown).code === "stale") void forgetBatch(batchNo);
    },
  });
  const problem = replace.error ? problemOf(replace.error) : undefined;
  return (
    <>
      {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} work="kept" />}
      <Upload purpose="resultPhotos" slot={`batch/${batchNo}/newPhotos`} accept=".zip" maxBytes={bytesOf(policy, "upload.photos.mib")} personal label={t("correct.photos")} hint={t("correct.photosHint")}
        error={problem?.fields[0]?.message} value={value} onChange={(next) => setPhotos(documents.keep(next)[0])} />
      <Button why={zip ? [] : [t("correct.photosNeed")]} busy={replace.isPending} onClick={() => zip && replace.mutate(zip)}>{t("correct.photosGo")}</Button>
    </>
  );
}

function NewEvidence({ batch, offer }: { batch: Batch; offer: Parameters<typeof EvidenceFiles>[0]["offer"] }) {
  const t = useText("batch");
  const { batchNo, version } = batch;
  const [plan, setPlan] = useState<Plan>(batch.plan);
  const sent = tidyPlan(plan);
  const changed = JSON.stringify(sent.evidence) !== JSON.stringify(batch.plan.evidence);
  const save = useMutation({
    mutationFn: () => answer(api.PUT("/api/batches/{batchNo}/plan", { params: { path: { batchNo } }, body: { version, plan: sent } })),
    onSuccess: async (saved) => {
      await kept(batchNo, saved);
      toast(t("correct.evidenceDone"), "ok");
    },
  });
  const problem = save.error ? problemOf(save.error) : undefined;
  return (
    <>
      {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} work="kept" />}
      <EvidenceFiles offer={offer} plan={plan} sent={sent} problems={problem?.fields ?? []} slot={batchNo} onChange={setPlan} />
      {problem?.fields.some((one) => one.pointer === "/plan") && <FieldError>{problem.fields[0]?.message ?? ""}</FieldError>}
      <Button why={changed ? [] : [t("correct.evidenceSame")]} busy={save.isPending} onClick={() => save.mutate()}>{t("correct.evidenceGo")}</Button>
    </>
  );
}
