import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { newKey, settle } from "@/api/command";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Check, goTo, Loading, ProblemNotice, toast, WhyList, type Reason } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { caseQuery } from "@/features/task/queries";
import { PlanProblems } from "./PlanProblems";
import { batchQuery, forgetBatch, offerOf, type Batch, type Offer } from "./queries";
import { submissionGaps, type SubmissionGap } from "./submission";

/** SubmissionStep hands the results in (报送): what goes in, what happens next, one promise. */
export function SubmissionStep({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const clerk = has(useSession(), "clerk");
  const offer = useQuery({ ...offerOf(batch.batchNo), enabled: clerk && batch.state === "draft" });
  if (batch.state !== "draft") return <HandedIn batch={batch} />;
  if (!clerk) return <p>{t("submit.notYet")}</p>;
  if (offer.error) return <ProblemNotice problem={problemOf(offer.error)} onRetry={() => void offer.refetch()} />;
  return offer.data ? <HandIn batch={batch} offer={offer.data} /> : <Loading shape="block" />;
}

function HandIn({ batch, offer }: { batch: Batch; offer: Offer }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const session = useSession();
  const [promise, setPromise] = useState(false);
  const key = useRef(newKey());
  const { batchNo } = batch;
  const promiseId = fieldId("/promise");
  const go = (step: string) => void navigate({ to: "/app/batches/$batchNo", params: { batchNo }, search: { step } });
  const reasonOf = (gap: SubmissionGap): Reason => {
    switch (gap.code) {
      case "rows": return { text: t("submit.why.rows"), onGo: () => go("rows") };
      case "wrong": return { text: t("submit.why.wrong", { n: gap.n }), onGo: () => go("rows") };
      case "evidence": return { text: t("submit.why.evidence", { name: gap.name }), onGo: () => go("plan") };
      case "notOver": return { text: t("submit.why.notOver", { date: dayOf(gap.date) }), onGo: () => go("plan") };
      default: return { text: t("submit.why.promise"), onGo: () => goTo(promiseId) };
    }
  };
  const gaps = submissionGaps(batch, offer, today(), promise);
  const submit = useMutation({
    mutationFn: async () => settle(await answer(api.POST("/api/batches/{batchNo}/submission", { params: { path: { batchNo }, header: { "Idempotency-Key": key.current } }, body: { version: batch.version, promise } }))),
    onSuccess: async () => {
      toast(t("submit.done", { n: batch.rows }), "ok");
      await forgetBatch(batchNo);
      await navigate({ to: "/app/batches/$batchNo", params: { batchNo }, search: {} });
    },
    onError: (thrown) => {
      const problem = problemOf(thrown);
      if (!problem.again) key.current = newKey();
      if (problem.status === 409) void queryClient.invalidateQueries({ queryKey: batchQuery(batchNo).queryKey });
    },
  });
  const problem = submit.error ? problemOf(submit.error) : undefined;
  const left = gaps.filter((gap) => gap.code !== "promise").map(reasonOf);
  return (
    <>
      {problem && <PlanProblems problem={problem} plan={batch.plan} onRetry={() => submit.mutate()} />}
      <div className="batch-sheet">
        <h2>{t("submit.what")}</h2>
        <dl className="batch-list">
          <div><dt>{t("submit.people")}</dt><dd>{t("people", { n: batch.rows })}{batch.flagged > batch.wrong && <span className="batch-sub">{t("submit.flagged", { n: batch.flagged - batch.wrong })}</span>}</dd></div>
          <div><dt>{t("plan.evidence")}</dt><dd>{t("submit.files", { n: batch.plan.evidence.length })}</dd></div>
          <div><dt>{t("submit.to")}</dt><dd>{t("submit.toWhom", { city: batch.regionName })}</dd></div>
        </dl>
        <h3>{t("submit.nextHeading")}</h3>
        <ol className="batch-after">
          {(["audit", "return", "issue"] as const).map((key) => <li key={key}>{t(`submit.next.${key}`)}</li>)}
        </ol>
        {left.length > 0 && <WhyList title={t("submit.left")} reasons={left} />}
        <Check id={promiseId} label={<strong>{t("submit.promise", { name: session?.enterprise?.name ?? batch.enterpriseName })}</strong>} hint={t("submit.promiseHint")} checked={promise} onChange={setPromise} />
      </div>
      <div className="batch-go">
        <Button kind="primary" busy={submit.isPending} why={gaps.map(reasonOf)} onClick={() => submit.mutate()}>{t("submit.go", { n: batch.rows })}</Button>
        <span>{t("submit.notYetIn")}</span>
      </div>
    </>
  );
}

/** HandedIn says that results were handed in, with whom they are, and how often. */
function HandedIn({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const now = useQuery(caseQuery(batch.batchNo)).data;
  return (
    <div className="batch-sheet">
      <h2>{t(batch.state === "withdrawn" ? "submit.withdrawn" : "submit.in")}</h2>
      <dl className="batch-list">
        <div><dt>{t("submit.people")}</dt><dd>{t("people", { n: batch.rows })}</dd></div>
        {now && <div><dt>{t("submit.on")}</dt><dd>{dayOf(now.openedAt)}{batch.round > 1 && <span className="batch-sub">{t("detail.round", { n: batch.round })}</span>}</dd></div>}
        {now && <div><dt>{t("submit.to")}</dt><dd>{now.competent.name}</dd></div>}
      </dl>
      {batch.state === "withdrawn" && <p className="batch-hint">{t("submit.withdrawnHint")}</p>}
    </div>
  );
}
