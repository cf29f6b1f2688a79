import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Loading, ProblemNotice, toast } from "@/design";
import { useText } from "@/i18n";
import { DiscardBatch } from "./DiscardBatch";
import { PlanForm } from "./PlanForm";
import { PlanProblems } from "./PlanProblems";
import { PlanView } from "./PlanView";
import { tidyPlan, type Plan } from "./plan";
import { batchQuery, forgetBatch, offerOf, type Batch, type Offer } from "./queries";
import { useTyped } from "./typed";

/** PlanStep is the plan of a batch; a draft's can be changed. */
export function PlanStep({ batch }: { batch: Batch }) {
  const clerk = has(useSession(), "clerk");
  const editable = clerk && batch.state === "draft";
  const offer = useQuery({ ...offerOf(batch.batchNo), enabled: editable });
  if (!editable) return <PlanView batch={batch} />;
  if (offer.error) return <><ProblemNotice problem={problemOf(offer.error)} onRetry={() => void offer.refetch()} /><PlanView batch={batch} /></>;
  return offer.data ? <EditPlan batch={batch} offer={offer.data} /> : <Loading shape="block" />;
}

function EditPlan({ batch, offer }: { batch: Batch; offer: Offer }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const { batchNo } = batch;
  const typed = useTyped<Plan>(`batch/${batchNo}/plan`, batch.plan);
  const sent = tidyPlan(typed.value);
  const changed = JSON.stringify(sent) !== JSON.stringify(tidyPlan(batch.plan));
  const save = useMutation({
    mutationFn: async () => {
      const { version } = await queryClient.ensureQueryData(batchQuery(batchNo));
      return answer(api.PUT("/api/batches/{batchNo}/plan", { params: { path: { batchNo } }, body: { version, plan: sent } }));
    },
    onSuccess: async (saved) => {
      await typed.forget(saved.plan);
      queryClient.setQueryData(batchQuery(batchNo).queryKey, saved);
      await forgetBatch(batchNo);
      toast(t("plan.saved"), "ok");
      await navigate({ to: "/app/batches/$batchNo", params: { batchNo }, search: {} });
    },
    onError: (thrown) => {
      if (problemOf(thrown).code === "stale") void queryClient.invalidateQueries({ queryKey: batchQuery(batchNo).queryKey });
    },
  });
  const problem = save.error ? problemOf(save.error) : undefined;
  return (
    <>
      {problem && <PlanProblems problem={problem} plan={sent} onRetry={() => save.mutate()} />}
      {typed.kept && changed && <p className="batch-note" role="status">{t("plan.kept")} <Button kind="quiet" small onClick={() => void typed.forget(batch.plan)}>{t("plan.undo")}</Button></p>}
      {batch.rows > 0 && <p className="batch-note">{t("plan.rowsStand")}</p>}
      <PlanForm offer={offer} plan={typed.value} sent={sent} onChange={typed.change} problems={problem?.fields ?? []} slot={batchNo} />
      <div className="batch-go">
        <Button kind="primary" busy={save.isPending} why={changed ? [] : [t("plan.unchanged")]} onClick={() => save.mutate()}>{t("plan.save")}</Button>
        {changed && <span>{t("plan.unsaved")}</span>}
        <DiscardBatch batch={batch} />
      </div>
    </>
  );
}
