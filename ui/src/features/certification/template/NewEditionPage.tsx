import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Dialog, ErrorSummary, Field, Loading, NoPermission, ProblemNotice, TextArea, TextInput, toast } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import { DatePick } from "@/features/shell/DatePick";
import { fieldId, wordsAt } from "@/features/task/fields";
import { useTyped } from "../batch/typed";
import { Changes } from "./Changes";
import { ColumnForms } from "./ColumnForms";
import { changesOf, newest, tidyWish, wishFrom, type Edition, type Editions, type Wish } from "./edition";
import { EvidenceForms } from "./EvidenceForms";
import { templatesQuery } from "./queries";
import "./template.css";

/** NewEditionPage makes the next edition of the result template from the newest one. */
export function NewEditionPage() {
  const t = useText("template");
  const session = useSession();
  const may = session?.body?.kind === "centre" && has(session, "reviewer", "signer");
  const list = useQuery({ ...templatesQuery, enabled: may });
  const base = list.data && newest(list.data);
  return (
    <div className="template" data-density="officer">
      <title>{t("new.title")}</title>
      <header className="template-head">
        <div>
          <p className="template-crumb"><Link to="/app/result-templates">{t("crumb")}</Link></p>
          <h1>{t("new.heading", { n: base ? base.edition + 1 : "" })}</h1>
          <p className="template-lead">{t("new.lead")}</p>
        </div>
      </header>
      {!may ? <NoPermission who={t("new.who")} /> : list.error ? <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} /> : list.data && base ? <Form base={base} fields={list.data.fields} /> : <Loading shape="block" />}
    </div>
  );
}

function Form({ base, fields }: { base: Edition; fields: Editions["fields"] }) {
  const t = useText("template");
  const navigate = useNavigate();
  const typed = useTyped<Wish>("result-template", wishFrom(base));
  const [asked, setAsked] = useState(false);
  const wish = typed.value, sent = { ...tidyWish(wish), base: base.edition };
  const overtaken = wish.base !== base.edition; // somebody issued an edition meanwhile; the changes are told against that one
  const changes = changesOf(base, sent);
  const issue = useMutation({
    mutationFn: () => answer(api.POST("/api/result-templates", { body: sent })),
    onSettled: () => setAsked(false),
    onError: (thrown) => {
      if (problemOf(thrown).status === 409) void queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
    },
    onSuccess: async (made) => {
      await typed.forget();
      await queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
      toast(t("new.done", { n: made.edition, day: dayOf(made.from) }), "ok");
      await navigate({ to: "/app/result-templates", search: { edition: String(made.edition) } });
    },
  });
  const problem = issue.error ? problemOf(issue.error) : undefined;
  const problems = problem?.fields ?? [];
  const wrong = (pointer: string) => wordsAt(problems, pointer);
  const put = (part: Partial<Wish>) => typed.change((before) => ({ ...before, ...part }));
  return (
    <>
      {problem && (problems.length > 0 ? <ErrorSummary problems={problems} targetOf={(pointer) => fieldId(pointer.replace(/\/(options)\/\d+$/, "/$1"))} /> : <ProblemNotice problem={problem} work="kept" onRetry={() => issue.mutate()} />)}
      {overtaken && <p className="template-note" role="status">{t(base.by ? "new.overtakenBy" : "new.overtaken", { n: base.edition, name: base.by ?? "" })} <Button kind="quiet" small onClick={() => void typed.forget(wishFrom(base))}>{t("new.anew")}</Button></p>}
      {typed.kept && !overtaken && <p className="template-note" role="status">{t("new.kept")} <Button kind="quiet" small onClick={() => void typed.forget(wishFrom(base))}>{t("new.anew")}</Button></p>}
      <section className="template-sheet" aria-labelledby="template-why">
        <h2 id="template-why">{t("new.why")}</h2>
        <div className="template-pair">
          <Field id={fieldId("/from")} label={t("new.from")} hint={t("new.fromHint")} error={wrong("/from")} required>
            {(wiring) => <DatePick {...wiring} min={base.from > today() ? base.from : today()} value={wish.from} onChange={(from) => put({ from })} />}
          </Field>
          <Field id={fieldId("/source")} label={t("source")} hint={t("new.sourceHint")} error={wrong("/source")} required>
            {(wiring) => <TextInput {...wiring} value={wish.source} maxLength={200} autoComplete="off" onChange={(event) => put({ source: event.target.value })} />}
          </Field>
        </div>
        <Field id={fieldId("/reason")} label={t("reason")} error={wrong("/reason")} required>
          {(wiring) => <TextArea {...wiring} rows={2} value={wish.reason} maxLength={2000} onChange={(event) => put({ reason: event.target.value })} />}
        </Field>
      </section>
      <ColumnForms columns={wish.columns} fields={fields} problems={problems} onChange={(columns) => put({ columns })} />
      <EvidenceForms evidence={wish.evidence} problems={problems} onChange={(evidence) => put({ evidence })} />
      <section className="template-sheet" aria-labelledby="template-changes">
        <h2 id="template-changes">{t("changes")}</h2>
        <Changes changes={changes} base={base.edition} />
      </section>
      <div className="template-go">
        <Button kind="primary" busy={issue.isPending} why={changes.length === 0 ? [t("new.unchanged", { n: base.edition })] : []} onClick={() => setAsked(true)}>{t("new.go", { n: base.edition + 1 })}</Button>
        <span>{t("new.next")}</span>
      </div>
      <Dialog
        open={asked}
        title={t("new.go", { n: base.edition + 1 })}
        locked={issue.isPending}
        onClose={() => setAsked(false)}
        footer={<><Button onClick={() => setAsked(false)}>{t("new.back")}</Button><Button kind="primary" busy={issue.isPending} onClick={() => issue.mutate()}>{t("new.sure")}</Button></>}
      >
        <p>{t("new.ask", { day: wish.from ? dayOf(wish.from) : t("new.fromMissing") })}</p>
        <Changes changes={changes} base={base.edition} />
      </Dialog>
    </>
  );
}
