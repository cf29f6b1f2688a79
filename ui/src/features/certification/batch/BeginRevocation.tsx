import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answer, api, queryClient } from "@/api/client";
import { newKey } from "@/api/command";
import { problemOf } from "@/api/problem";
import { Button, Dialog, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { caseQuery } from "@/features/task/queries";
import { groupedNumber } from "../number";

/** BeginRevocation begins the revocation of a certificate (注销): it makes a task, in which reason and words are given and the decision is taken. */
export function BeginRevocation({ number, name, small = true }: { number: string; name: string; small?: boolean }) {
  const t = useText("batch");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" small={small} onClick={() => setOpen(true)}>{t("revoke.open")}<span className="visually-hidden"> {name}</span></Button>
      {open && <RevocationDialog number={number} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function RevocationDialog({ number, name, onClose }: { number: string; name: string; onClose: () => void }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const begin = useMutation({
    mutationFn: async () => {
      const { caseNo } = await answer(api.POST("/api/certificates/{number}/revocation", { params: { path: { number }, header: { "Idempotency-Key": key } } }));
      const now = await queryClient.fetchQuery({ ...caseQuery(caseNo), staleTime: 0 });
      const task = now.openTasks.find((one) => one.stage === "revocation" && one.state === "open");
      onClose();
      await navigate({ href: task ? taskHref(task) : `/app/cases/${encodeURIComponent(caseNo)}` });
    },
  });
  return (
    <Dialog
      open
      title={t("revoke.title")}
      onClose={onClose}
      locked={begin.isPending}
      footer={
        <>
          <Button onClick={onClose}>{t("revoke.keep")}</Button>
          <Button kind="primary" busy={begin.isPending} onClick={() => begin.mutate()}>{t("revoke.go")}</Button>
        </>
      }
    >
      {begin.error && <ProblemNotice problem={problemOf(begin.error)} onRetry={() => begin.mutate()} />}
      <p><strong>{name}</strong> <span className="number">{groupedNumber(number)}</span></p>
      <p>{t("revoke.what")}</p>
    </Dialog>
  );
}
