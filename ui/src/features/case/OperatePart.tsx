import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { newKey, settle } from "@/api/command";
import { problemOf } from "@/api/problem";
import { Button, Choice, Field, LinkButton, NativeSelect, ProblemNotice, TextArea, TextInput, toast } from "@/design";
import { useText } from "@/i18n";
import { forgetCase, papersQuery, referenceQuery } from "@/features/task/queries";
import { stageOf } from "./names";
import { emptyForm, gapsIn, kinds, operationOf, type Kind, type OperationForm } from "./operate";
import type { PartProps } from "./part";
import { namesIn } from "./people";
import { regionsQuery } from "./queries";

/** OperatePart is where an operator frees a case that does not move: each operation with its reason, on record. */
export function OperatePart({ now }: PartProps) {
  const t = useText("case");
  const [form, setForm] = useState<OperationForm>(emptyForm);
  const [key, setKey] = useState(newKey);
  const put = (change: Partial<OperationForm>) => {
    setForm((before) => ({ ...before, ...change }));
    setKey(newKey());
  };
  const operate = useMutation({
    mutationFn: async () => settle(await answer(api.POST("/api/cases/{caseNo}/operations", { params: { path: { caseNo: now.caseNo }, header: { "Idempotency-Key": key } }, body: operationOf(form) }))),
    onSuccess: async () => {
      toast(t("operate.done"), "ok");
      setForm(emptyForm);
      setKey(newKey());
      await forgetCase(now.caseNo);
    },
  });
  const gaps = gapsIn(form).map((gap) => t(gap));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (gaps.length === 0 && !operate.isPending) operate.mutate();
  };
  return (
    <div className="operate">
      <section className="operate-stand" aria-labelledby="operate-stand">
        <h2 id="operate-stand">{t("operate.stand")}</h2>
        {now.stuck.length > 0 ? <ul className="operate-stuck">{now.stuck.map((why) => <li key={why.message}>{why.message}</li>)}</ul> : <p>{t("operate.moves")}</p>}
        <ul className="operate-tasks">
          {now.openTasks.map((task) => <li key={task.id}><span className="number">{task.id}</span>{task.stageName}<span>{task.assignee?.name || task.claimedBy?.name || t("operate.unclaimed")}</span></li>)}
        </ul>
        {now.temporalUrl && <LinkButton icon="link" href={now.temporalUrl} target="_blank" rel="noreferrer">{t("head.temporal")}</LinkButton>}
      </section>
      <form className="operate-form" onSubmit={submit} aria-labelledby="operate">
        <h2 id="operate">{t("operate.title")}</h2>
        {operate.error && <ProblemNotice problem={problemOf(operate.error)} work="kept" />}
        <Choice<Kind> legend={t("operate.kind")} options={kinds.map((kind) => ({ value: kind, label: t(`operate.${kind}`), hint: t(`operate.${kind}.hint`) }))} value={form.kind} onChange={(kind) => put({ kind })} />
        <Particulars form={form} put={put} now={now} />
        <Field label={t("operate.reason")} hint={t("operate.reasonHint")} required>
          {(wiring) => <TextArea {...wiring} rows={2} maxLength={1000} value={form.reason} onChange={(event) => put({ reason: event.target.value })} />}
        </Field>
        <Button kind={form.kind === "retry" || form.kind === "extend" ? "primary" : "danger"} type="submit" busy={operate.isPending} why={gaps}>{t(`operate.${form.kind}`)}</Button>
      </form>
    </div>
  );
}

function Particulars({ form, put, now }: { form: OperationForm; put: (change: Partial<OperationForm>) => void; now: Schemas["Case"] }) {
  const t = useText("case");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const { data: papers } = useSuspenseQuery(papersQuery(now.caseNo));
  const bodies = [...regions.items.filter((region) => region.code === now.region).flatMap((region) => region.bodies), ...regions.provincial];
  const due = papers.items.filter((paper) => paper.state === "due");
  const passed = [...new Map(now.stages.map((span) => [span.stage, span.name]))].filter(([stage]) => stage !== "finished");
  const people = [...namesIn([], now.openTasks)];
  return (
    <>
      {(form.kind === "reassign" || form.kind === "extend") && (
        <Field label={t("operate.task")} required>
          {(wiring) => <NativeSelect {...wiring} empty={t("operate.choose")} value={form.taskId} options={now.openTasks.map((task) => ({ value: task.id, label: t("operate.taskOption", { stage: task.stageName, id: task.id }) }))} onChange={(event) => put({ taskId: event.target.value })} />}
        </Field>
      )}
      {form.kind === "reassign" && (
        <>
          <Field label={t("operate.body")} hint={t("operate.bodyHint")}>
            {(wiring) => <NativeSelect {...wiring} empty={t("operate.sameBody")} value={form.body} options={bodies.map((body) => ({ value: body.id, label: body.name }))} onChange={(event) => put({ body: event.target.value })} />}
          </Field>
          <Field label={t("operate.assignee")} hint={t("operate.assigneeHint")}>
            {(wiring) => (
              <>
                <TextInput {...wiring} list="operate-people" value={form.assignee} onChange={(event) => put({ assignee: event.target.value })} />
                <datalist id="operate-people">{people.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</datalist>
              </>
            )}
          </Field>
        </>
      )}
      {form.kind === "extend" && (
        <Field label={t("operate.days")} hint={t("operate.daysHint")} required>
          {(wiring) => <TextInput {...wiring} chars={4} inputMode="numeric" value={form.days || ""} onChange={(event) => put({ days: Number(event.target.value.replace(/\D/g, "")) })} />}
        </Field>
      )}
      {form.kind === "reopen" && (
        <Field label={t("operate.stage")} hint={t("operate.stageHint")} required>
          {(wiring) => <NativeSelect {...wiring} empty={t("operate.choose")} value={form.stage} options={passed.map(([value, label]) => ({ value, label }))} onChange={(event) => put({ stage: event.target.value })} />}
        </Field>
      )}
      {form.kind === "skip" && (
        <Field label={t("operate.effect")} hint={due.length > 0 ? t("operate.effectHint") : t("operate.noEffect")} required>
          {(wiring) => <NativeSelect {...wiring} empty={t("operate.choose")} value={form.effect} options={due.map((paper) => ({ value: paper.id, label: t("operate.effectOption", { name: paper.name, stage: stageOf(reference, paper.stage) }) }))} onChange={(event) => put({ effect: event.target.value })} />}
        </Field>
      )}
    </>
  );
}
