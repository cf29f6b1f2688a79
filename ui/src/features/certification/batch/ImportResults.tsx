import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, LinkButton, Loading, ProblemNotice, toast, Upload } from "@/design";
import { useText } from "@/i18n";
import { useFiles } from "@/features/application/files";
import { CheckReport } from "./CheckReport";
import { whyNotConfirm } from "./check";
import { batchQuery, bytesOf, checkQuery, forgetBatch, policyTodayQuery, type Batch } from "./queries";
import { useTyped } from "./typed";

/** Chosen are the files that were uploaded and whose rows are not stored yet. */
interface Chosen {
  workbook?: string;
  photos?: string;
}

const nothing: Chosen = {};

/** ImportResults takes the rows from a workbook: template, workbook, photos, a look at every row; nothing is stored before it is confirmed. */
export function ImportResults({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const [again, setAgain] = useState(false);
  const chosen = useTyped<Chosen>(`batch/${batch.batchNo}/files`, nothing);
  if (batch.rows > 0 && !again && !chosen.value.workbook && !chosen.value.photos) {
    return (
      <div className="batch-next">
        <p>{batch.wrong > 0 ? t("import.mend", { n: batch.wrong }) : t("import.stored", { n: batch.rows })}</p>
        {batch.workbook && <Button icon="retry" onClick={() => chosen.change({ workbook: batch.workbook, photos: batch.photos })}>{t("import.recheck")}</Button>}
        <Button icon="upload" onClick={() => setAgain(true)}>{t("import.again")}</Button>
      </div>
    );
  }
  return <Import batch={batch} chosen={chosen.value} set={(part) => chosen.change((before) => ({ ...before, ...part }))} done={() => chosen.forget(nothing)} {...(batch.rows > 0 ? { leave: () => { setAgain(false); void chosen.forget(nothing); } } : {})} />;
}

function Import({ batch, chosen, set, done, leave }: { batch: Batch; chosen: Chosen; set: (part: Chosen) => void; done: () => Promise<void>; leave?: () => void }) {
  const t = useText("batch");
  const { batchNo } = batch;
  const documents = useFiles();
  const policy = useQuery(policyTodayQuery).data;
  const workbook = documents.of(chosen.workbook ? [chosen.workbook] : []);
  const photos = documents.of(chosen.photos ? [chosen.photos] : []);
  const book = workbook[0]?.id;
  const zip = photos[0]?.id ?? (batch.photos || undefined); // photos that are stored serve a mended workbook too
  const files: Schemas["ResultFiles"] | undefined = book ? { workbook: book, ...(zip ? { photos: zip } : {}) } : undefined;
  const place = (kind: string) => `batch/${batchNo}/${kind}`;
  return (
    <div className="batch-sheet">
      <h2>{t(batch.rows > 0 ? "import.headingAgain" : "import.heading")}</h2>
      <ol className="batch-import">
        <li>
          <p>{t("import.template")}</p>
          <LinkButton small icon="download" href={`/api/batches/${encodeURIComponent(batchNo)}/workbook`} download>{t("import.download")}</LinkButton>
        </li>
        <li>
          <Upload purpose="resultWorkbook" slot={place("workbook")} accept=".xlsx" maxBytes={bytesOf(policy, "upload.workbook.mib")} personal label={t("import.workbook")} hint={t("import.workbookHint")}
            value={workbook} onChange={(next) => set({ workbook: documents.keep(next)[0] })} />
        </li>
        <li>
          <Upload purpose="resultPhotos" slot={place("photos")} accept=".zip" maxBytes={bytesOf(policy, "upload.photos.mib")} personal label={t("import.photos")} hint={t(batch.photos && !photos.length ? "import.photosStored" : "import.photosHint")}
            value={photos} onChange={(next) => set({ photos: documents.keep(next)[0] })} />
        </li>
      </ol>
      {files ? <Preview batch={batch} files={files} name={workbook[0]?.name ?? ""} done={done} /> : <p className="batch-hint">{t("import.nothingYet")}</p>}
      {leave && <Button kind="quiet" onClick={leave}>{t("import.leave")}</Button>}
    </div>
  );
}

/** Preview is what the check says of the chosen files, and the way to store their rows. */
function Preview({ batch, files, name, done }: { batch: Batch; files: Schemas["ResultFiles"]; name: string; done: () => Promise<void> }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const { batchNo } = batch;
  const check = useQuery(checkQuery(batch, files));
  const confirm = useMutation({
    mutationFn: () => answer(api.PUT("/api/batches/{batchNo}/results", { params: { path: { batchNo } }, body: { version: batch.version, ...files } })),
    onSuccess: async (saved) => {
      await done();
      queryClient.setQueryData(batchQuery(batchNo).queryKey, saved);
      await forgetBatch(batchNo);
      toast(t("import.done", { n: saved.rows }), "ok");
      await navigate({ to: "/app/batches/$batchNo", params: { batchNo }, search: { step: "submission" } });
    },
    onError: (thrown) => {
      if (problemOf(thrown).status === 409) void forgetBatch(batchNo);
    },
  });
  if (check.error) return <ProblemNotice problem={problemOf(check.error)} work="kept" onRetry={() => void check.refetch()} />;
  if (!check.data) return <div role="status"><p>{t("check.running", { name })}</p><Loading shape="rows" lines={3} /></div>;
  const why = whyNotConfirm(check.data).map((one) => (one.code === "whole" ? one.message : one.code === "rows" ? t("check.why.rows", { n: one.n }) : t("check.why.none")));
  return (
    <>
      <CheckReport batchNo={batchNo} checked={check.data} files={files} />
      {confirm.error && <ProblemNotice problem={problemOf(confirm.error)} work="kept" onRetry={() => confirm.mutate()} />}
      <div className="batch-go">
        <Button kind="primary" icon="check" busy={confirm.isPending} why={why} onClick={() => confirm.mutate()}>{t("check.confirm", { n: check.data.rows })}</Button>
        <span>{t(batch.rows > 0 ? "check.replaces" : "check.notStored", { n: batch.rows })}</span>
      </div>
    </>
  );
}
