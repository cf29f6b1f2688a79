import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Dialog, Icon, ProblemNotice, toast } from "@/design";
import { useText } from "@/i18n";
import { forgetBatch, resultsQuery, returnedQuery, type Batch, type Result } from "./queries";
import { RowInput } from "./RowInput";
import { fieldsShown, groups, type Content, type Group } from "./rowFields";

/** RowDialog mends one row. It is judged as a row of a workbook is; what is still wrong stays on the form. */
export function RowDialog({ batch, row: begin, onClose }: { batch: Batch; row: Result; onClose: () => void }) {
  const t = useText("batch");
  const [row, setRow] = useState(begin);
  const [content, setContent] = useState<Content>(begin.content);
  const { batchNo } = batch;
  const changed = JSON.stringify(content) !== JSON.stringify(row.content);
  const save = useMutation({
    mutationFn: () => answer(api.PUT("/api/batches/{batchNo}/results/{no}", { params: { path: { batchNo, no: row.no } }, body: { version: row.version, content } })),
    onSuccess: async (saved) => {
      setRow(saved);
      setContent(saved.content);
      const wrong = saved.findings.filter((one) => one.level === "wrong").length;
      toast(wrong > 0 ? t("edit.savedWrong", { name: saved.content.name, n: wrong }) : t("edit.saved", { name: saved.content.name }), wrong > 0 ? "info" : "ok");
      await forgetBatch(batchNo);
      if (wrong === 0) onClose();
    },
  });
  /** newest takes the version that the row has by now, so that what was typed can be saved over it. */
  const newest = useMutation({
    mutationFn: async () => {
      const { pages } = await queryClient.fetchInfiniteQuery({ ...resultsQuery(batchNo, "attention"), staleTime: 0, pages: 1 });
      const returned = batch.state === "correction" ? await queryClient.fetchQuery({ ...returnedQuery(batchNo, batch.returned), staleTime: 0 }) : [];
      return [...returned, ...pages.flatMap((page) => page.items)].find((one) => one.no === row.no);
    },
    onSuccess: (found) => {
      if (found) setRow(found);
      else onClose();
      save.reset();
      void forgetBatch(batchNo);
    },
  });
  const problem = save.error ? problemOf(save.error) : undefined;
  const findings = row.findings;
  const keep = (event?: FormEvent) => {
    event?.preventDefault();
    if (changed && !save.isPending) save.mutate();
  };
  return (
    <Dialog
      open
      wide
      title={t("edit.title", { no: row.no, name: row.content.name })}
      onClose={onClose}
      locked={save.isPending}
      footer={
        <>
          <Button onClick={onClose}>{t("edit.cancel")}</Button>
          <Button kind="primary" busy={save.isPending} why={changed ? [] : [t("edit.unchanged")]} onClick={() => keep()}>{t("edit.save")}</Button>
        </>
      }
    >
      {problem && (
        <ProblemNotice problem={problem} work="kept" {...(problem.again ? { onRetry: () => save.mutate() } : {})}>
          {problem.code === "stale" && <Button icon="retry" busy={newest.isPending} onClick={() => newest.mutate()}>{t("edit.newest")}</Button>}
        </ProblemNotice>
      )}
      {row.reason && row.verdict === "return" && <p className="batch-returned"><Icon name="swap" /><span>{t("edit.returned", { reason: row.reason })}</span></p>}
      <form className="batch-row-form" onSubmit={keep} noValidate>
        {(Object.keys(groups) as Group[]).map((group) => {
          const fields = fieldsShown(group, batch, content, findings);
          if (fields.length === 0) return null;
          return (
            <fieldset key={group} className="batch-row-group">
              <legend>{t(`group.${group}`)}</legend>
              {fields.map((field) => (
                <RowInput
                  key={field}
                  batch={batch}
                  field={field}
                  value={content[field]}
                  kept={field === "idNumber" && content.idNumber === begin.content.idNumber}
                  findings={content[field] === row.content[field] ? findings.filter((one) => one.field === field) : []}
                  onChange={(value) => setContent((before) => ({ ...before, [field]: value }))}
                />
              ))}
            </fieldset>
          );
        })}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
