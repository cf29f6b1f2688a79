import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, queryClient, type Schemas } from "@/api/client";
import { newKey, settle } from "@/api/command";
import { whileThere } from "@/api/idle";
import { problemOf } from "@/api/problem";
import { Button, Dialog, Empty, Field, Loading, ProblemNotice, TextArea, toast } from "@/design";
import { momentOf, useText } from "@/i18n";
import "./operator.css";

const every = 15_000;

/** StuckPage lists the cases that do not move: what each waits for, why, what to do, and the way to free it. */
export function StuckPage() {
  const t = useText("operator");
  const list = useQuery({ queryKey: ["stuck"], queryFn: () => answer(api.GET("/api/operator/stuck")), refetchInterval: whileThere(every) });
  const ready = useQuery({ queryKey: ["ready"], queryFn: readiness, refetchInterval: whileThere(every) });
  return (
    <div className="stuck">
      <title>{t("title")}</title>
      <h1>{t("heading")}</h1>
      <p className="stuck-what">{t("what")}</p>
      {ready.data && (
        <ul className="stuck-parts" aria-label={t("parts")}>
          {ready.data.dependencies.map((part) => (
            <li key={part.name} data-ready={part.ready}>{t.of(`part.${part.name}`, part.name)}<b>{part.ready ? t("part.ready") : t("part.down")}</b>{part.ready && <span className="number">{t("part.ms", { ms: part.milliseconds ?? 0 })}</span>}</li>
          ))}
        </ul>
      )}
      {list.isPending && <Loading />}
      {list.isError && <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <Empty title={t("none")} action={<Link to="/app/cases">{t("none.cases")}</Link>} />}
      {list.data && list.data.items.length > 0 && <ul className="stuck-list">{list.data.items.map((one) => <One key={one.workflowId} one={one} />)}</ul>}
    </div>
  );
}

async function readiness(): Promise<Schemas["Readiness"]> {
  const { data, error } = await api.GET("/readyz"); // 503 names what is down, in the same form
  const known = data ?? (error as Schemas["Readiness"] | undefined);
  if (!known) throw new Error("no answer");
  return known;
}

function One({ one }: { one: Schemas["StuckCase"] }) {
  const t = useText("operator");
  const [skipping, setSkipping] = useState(false);
  const retry = useMutation({
    mutationFn: () => answer(api.POST("/api/cases/{caseNo}/operations", { params: { path: { caseNo: one.caseNo }, header: { "Idempotency-Key": newKey() } }, body: { operation: "retry", reason: t("retry.reason") } })),
    onSuccess: () => {
      toast(t("retry.done"), "ok");
      window.setTimeout(() => void queryClient.invalidateQueries({ queryKey: ["stuck"] }), 1500);
    },
  });
  return (
    <li className="stuck-one">
      <div className="stuck-head">
        <Link to="/app/cases/$caseNo" params={{ caseNo: one.caseNo }} className="number">{one.caseNo}</Link>
        <span>{one.enterpriseName}</span>
        <span className="stuck-stage">{one.stageName || one.stage}</span>
        {one.since && <span className="stuck-since">{t("since", { when: momentOf(one.since) })}</span>}
      </div>
      <p className="stuck-cause"><b>{t("cause")}</b>{one.causeText || one.cause}<code>{one.cause}</code></p>
      {one.advice && <p className="stuck-advice"><b>{t("advice")}</b>{one.advice}</p>}
      {retry.error && <ProblemNotice problem={problemOf(retry.error)} />}
      <div className="stuck-do">
        <Button kind="primary" busy={retry.isPending} onClick={() => retry.mutate()}>{t("retry")}</Button>
        {one.skippable && <Button kind="quiet" onClick={() => setSkipping(true)}>{t("skip")}</Button>}
        <a href={one.temporalUrl} target="_blank" rel="noreferrer">{t("temporal")}</a>
      </div>
      {skipping && one.effect && <Skip caseNo={one.caseNo} effect={one.effect} onClose={() => setSkipping(false)} />}
    </li>
  );
}

/** Skip gives up one side effect, with the reason; the case file says by whom. */
function Skip({ caseNo, effect, onClose }: { caseNo: string; effect: string; onClose: () => void }) {
  const t = useText("operator");
  const [reason, setReason] = useState("");
  const [key] = useState(newKey);
  const skip = useMutation({
    mutationFn: async () => settle(await answer(api.POST("/api/cases/{caseNo}/operations", { params: { path: { caseNo }, header: { "Idempotency-Key": key } }, body: { operation: "skip", effect, reason } }))),
    onSuccess: async () => {
      toast(t("skip.done"), "ok");
      onClose();
      await queryClient.invalidateQueries({ queryKey: ["stuck"] });
    },
  });
  return (
    <Dialog open title={t("skip.title")} onClose={onClose} footer={<Button kind="danger" busy={skip.isPending} why={reason.trim().length >= 2 ? undefined : [t("skip.need")]} onClick={() => skip.mutate()}>{t("skip.go")}</Button>}>
      {skip.error && <ProblemNotice problem={problemOf(skip.error)} />}
      <p>{t("skip.what", { effect })}</p>
      <Field label={t("skip.reason")} required>{(props) => <TextArea {...props} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
    </Dialog>
  );
}
