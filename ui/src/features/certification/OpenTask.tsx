import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, toast, type ButtonKind } from "@/design";
import { useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { caseQuery } from "@/features/task/queries";

/** OpenTask goes to the open task of a case's stage; where there is none any more, to the case. */
export function OpenTask({ caseNo, stage, kind = "plain", small, children }: { caseNo: string; stage: string; kind?: ButtonKind; small?: boolean; children: ReactNode }) {
  const t = useText("batch");
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: async () => {
      const now = await queryClient.fetchQuery({ ...caseQuery(caseNo), staleTime: 0 });
      const task = now.openTasks.find((one) => one.stage === stage && one.state === "open");
      await navigate({ href: task ? taskHref(task) : `/app/cases/${encodeURIComponent(caseNo)}` });
    },
    onError: (thrown) => toast(problemOf(thrown).detail || t("task.failed"), "warn"),
  });
  return <Button kind={kind} small={small} busy={open.isPending} onClick={() => open.mutate()}>{children}</Button>;
}
