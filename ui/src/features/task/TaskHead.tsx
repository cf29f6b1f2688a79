import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, DeadlineText, Dialog, Field, NativeSelect, ProblemNotice, Tag, toast } from "@/design";
import { useText } from "@/i18n";
import { kindOfStage } from "@/features/case/kind";
import { around, taskKey } from "@/features/queue/trail";
import { taskPath } from "./path";
import { forgetCase } from "./queries";

/** TaskHead says which case this is, until when it is due and who has it; here a task is taken, given back and handed over. */
export function TaskHead({ view, settled }: { view: Schemas["TaskView"]; settled: boolean }) {
  const t = useText("shell");
  const words = useText("words");
  const { task } = view;
  const trail = around(taskKey(task));
  const step = task.step ? words.of(`step.${task.step}`, task.step) : "";
  const holder = task.assignee?.name || task.claimedBy?.name;
  return (
    <header className="task-head">
      <div className="task-head-line">
        <a className="task-back" href={trail.list} onClick={(event) => backTo(event, trail.list)}>{t("task.back")}</a>
        <h1>{task.stageName}{step && <span className="task-step">{step}</span>}</h1>
        {task.onBehalf && <Tag state="expert">{t("task.onBehalf")}</Tag>}
        {task.round > 1 && <Tag state="neutral">{t("task.round", { round: task.round })}</Tag>}
        <span className="task-head-space" />
        {!settled && task.state === "open" && <Holding view={view} />}
      </div>
      <dl className="task-facts">
        <div><dt>{t("task.case")}</dt><dd><Link to="/app/cases/$caseNo" params={{ caseNo: task.caseNo }} className="number">{task.caseNo}</Link></dd></div>
        <div><dt>{t("task.enterprise")}</dt><dd>{task.enterpriseName}<span className="task-city">{task.regionName}</span></dd></div>
        {kindOfStage(task.stage) === "certification" && <div><dt>{t("task.batch")}</dt><dd><a href={`/app/batches/${encodeURIComponent(task.caseNo)}`}>{task.batch ? t("task.batchRows", { rows: task.batch.rows, flagged: task.batch.flagged }) : t("task.batchSee")}</a></dd></div>}
        {task.deadline && <div><dt>{t("task.due")}</dt><dd><DeadlineText deadline={task.deadline} /></dd></div>}
        <div><dt>{t("task.holder")}</dt><dd>{holder ?? t("task.nobody")}</dd></div>
      </dl>
    </header>
  );
}

/** backTo uses the browser's history where the list is what one came from, so that page, scroll and focus are as they were. */
function backTo(event: { preventDefault(): void }, list: string) {
  const state = window.history.state as { __TSR_index?: number } | null;
  if ((state?.__TSR_index ?? 0) > 0 && document.referrer !== list && sessionStorage.getItem("jiangxin.from") === list) {
    event.preventDefault();
    window.history.back();
  }
}

function Holding({ view }: { view: Schemas["TaskView"] }) {
  const t = useText("shell");
  const session = useSession();
  const { task } = view;
  const [handing, setHanding] = useState(false);
  const move = useMutation({
    mutationFn: (to: "claim" | "release") => {
      const params = { path: taskPath(task) };
      return to === "claim"
        ? answer(api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/claim", { params }))
        : answer(api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/release", { params }));
    },
    onSettled: () => forgetCase(task.caseNo),
    onError: (thrown) => toast(problemOf(thrown).detail || t("task.moveFailed"), "warn"),
    onSuccess: (_, to) => toast(to === "claim" ? t("task.claimed") : t("task.released"), "ok"),
  });
  if (task.assignee?.id || !has(session, "handler", "reviewer", "signer", "clerk")) return null;
  const free = !task.claimedBy?.id;
  const mayClaim = free && view.mayDecide;
  return (
    <span className="task-holding">
      {mayClaim && !has(session, "clerk") && <Button kind="plain" busy={move.isPending} onClick={() => move.mutate("claim")}>{t("task.claim")}</Button>}
      {task.mine && !has(session, "clerk") && <Button kind="quiet" busy={move.isPending} onClick={() => move.mutate("release")}>{t("task.release")}</Button>}
      {(task.mine || free) && view.mayDecide && <Button kind="quiet" onClick={() => setHanding(true)}>{t("task.hand")}</Button>}
      {handing && <HandOver view={view} onClose={() => setHanding(false)} />}
    </span>
  );
}

function HandOver({ view, onClose }: { view: Schemas["TaskView"]; onClose: () => void }) {
  const t = useText("shell");
  const { task } = view;
  const session = useSession();
  const [to, setTo] = useState("");
  const role = task.role as Schemas["Role"];
  const people = useQuery({ queryKey: ["colleagues", role], queryFn: () => answer(api.GET("/api/colleagues", { params: { query: { role } } })) });
  const hand = useMutation({
    mutationFn: () => answer(api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/delegation", { params: { path: taskPath(task) }, body: { to, version: task.version } })),
    onSuccess: async () => {
      toast(t("task.handed"), "ok");
      onClose();
      await forgetCase(task.caseNo);
    },
  });
  return (
    <Dialog open title={t("task.hand")} onClose={onClose} footer={<Button kind="primary" busy={hand.isPending} why={to ? undefined : [t("task.handChoose")]} onClick={() => hand.mutate()}>{t("task.handGo")}</Button>}>
      {hand.error && <ProblemNotice problem={problemOf(hand.error)} />}
      <Field label={t("task.handTo")} hint={t("task.handHint")} required>
        {(props) => (
          <NativeSelect {...props} value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{t("task.handChoose")}</option>
            {people.data?.items.filter((person) => person.id !== session?.user.id).map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
          </NativeSelect>
        )}
      </Field>
    </Dialog>
  );
}
