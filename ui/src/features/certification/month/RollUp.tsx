import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Check, goTo, Loading, ProblemNotice, toast, type Reason } from "@/design";
import { useText } from "@/i18n";
import { Editions } from "./Editions";
import { rollUpGaps } from "./month";
import { rollUpsQuery } from "./queries";

/** RollUp hands the accepted summaries of a month to the exam centre (汇总上报). Who is missing is named and acknowledged, and follows in a later edition. */
export function RollUp({ month }: { month: string }) {
  const t = useText("month");
  const handler = has(useSession(), "handler");
  const list = useQuery(rollUpsQuery(month));
  const [acknowledged, setAcknowledged] = useState<number>();
  const make = useMutation({
    mutationFn: (missing: number) => answer(api.POST("/api/roll-ups", { body: { month, missing } })),
    onSuccess: async (made) => {
      setAcknowledged(undefined);
      toast(t("rollUp.done", { n: made.summaries, edition: made.edition }), "ok");
      await queryClient.invalidateQueries({ queryKey: ["cases"] });
    },
    onError: (thrown) => {
      if (problemOf(thrown).status === 409) void list.refetch();
    },
  });
  if (list.error) return <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading shape="block" />;
  const { waiting, rows, missing, items } = list.data;
  const why: Reason[] = rollUpGaps(list.data, acknowledged).map((gap) => (gap === "nothing" ? { text: t("rollUp.why.nothing") } : { text: t("rollUp.why.missing", { n: missing }), onGo: () => goTo("roll-up-missing") }));
  return (
    <aside className="month-side" aria-labelledby="roll-up">
      <section className="month-sheet">
        <h2 id="roll-up">{t("rollUp")}</h2>
        <dl className="month-list">
          <div><dt>{t("rollUp.waiting")}</dt><dd><strong>{t("rollUp.summaries", { n: waiting })}</strong> {t("rows", { n: rows })}</dd></div>
          <div><dt>{t("rollUp.missing")}</dt><dd>{t("rollUp.enterprises", { n: missing })}</dd></div>
        </dl>
        {handler && (
          <>
            {missing > 0 && waiting > 0 && <Check id="roll-up-missing" label={t("rollUp.acknowledge", { n: missing })} hint={t("rollUp.acknowledgeHint")} checked={acknowledged === missing} onChange={(on) => setAcknowledged(on ? missing : undefined)} />}
            {make.error && <ProblemNotice problem={problemOf(make.error)} {...(problemOf(make.error).again ? { onRetry: () => make.mutate(missing) } : {})} />}
            <Button kind="primary" busy={make.isPending} why={why} onClick={() => make.mutate(missing)}>{waiting > 0 ? t("rollUp.go", { n: waiting }) : t("rollUp.goNone")}</Button>
          </>
        )}
      </section>
      <section className="month-sheet" aria-labelledby="editions">
        <h2 id="editions">{t("editions")}</h2>
        <Editions items={items} />
      </section>
    </aside>
  );
}
