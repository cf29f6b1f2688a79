import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { answer, api } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Empty, Loading, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { PlanForm } from "./PlanForm";
import { PlanProblems } from "./PlanProblems";
import { emptyPlan, tidyPlan, type Plan } from "./plan";
import { batchesQuery, forgetBatch, offerQuery, type Offer } from "./queries";
import { useTyped } from "./typed";
import "./batch.css";

/** NewBatchPage makes a batch (新建批次): its plan first, which gives it a number. */
export function NewBatchPage() {
  const t = useText("batch");
  const offer = useQuery(offerQuery);
  const list = useInfiniteQuery(batchesQuery(""));
  return (
    <div className="batch">
      <title>{t("new.title")}</title>
      <header className="batch-head">
        <p className="batch-crumb"><Link to="/app/batches">{t("crumb")}</Link></p>
        <h1>{t("new.heading")}</h1>
        <p className="batch-lead">{t("new.lead")}</p>
      </header>
      {offer.error ? (
        <Empty title={t("new.cannot")}><ProblemNotice problem={problemOf(offer.error)} onRetry={() => void offer.refetch()} /></Empty>
      ) : !offer.data || list.isPending ? (
        <Loading shape="block" />
      ) : (
        <NewPlan offer={offer.data} last={list.data?.pages[0]?.items[0]?.plan} />
      )}
    </div>
  );
}

function NewPlan({ offer, last }: { offer: Offer; last: Plan | undefined }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const typed = useTyped<Plan>("batch/new", emptyPlan(offer, last));
  const sent = tidyPlan(typed.value);
  const create = useMutation({
    mutationFn: () => answer(api.POST("/api/batches", { body: sent })),
    onSuccess: async (batch) => {
      await typed.forget();
      await forgetBatch(batch.batchNo);
      await navigate({ to: "/app/batches/$batchNo", params: { batchNo: batch.batchNo } });
    },
  });
  const problem = create.error ? problemOf(create.error) : undefined;
  return (
    <>
      {problem && <PlanProblems problem={problem} plan={sent} onRetry={() => create.mutate()} />}
      {typed.kept ? (
        <p className="batch-note" role="status">{t("plan.kept")} <Button kind="quiet" small onClick={() => void typed.forget(emptyPlan(offer, last))}>{t("plan.anew")}</Button></p>
      ) : (
        last && <p className="batch-note">{t("plan.likeLast")}</p>
      )}
      <PlanForm offer={offer} plan={typed.value} sent={sent} onChange={typed.change} problems={problem?.fields ?? []} slot="new" />
      <div className="batch-go">
        <Button kind="primary" busy={create.isPending} onClick={() => create.mutate()}>{t("new.go")}</Button>
        <span>{t("new.next")}</span>
      </div>
    </>
  );
}
