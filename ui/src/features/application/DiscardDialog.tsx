import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answer, api, queryClient } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Dialog, ProblemNotice, toast } from "@/design";
import { useText } from "@/i18n";
import { applicationKey, applicationsQuery } from "./queries";
import { forgetDrafts } from "./save";

/** DiscardDialog throws a draft away, once the person has said so twice. */
export function DiscardDialog({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const t = useText("application");
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => answer(api.DELETE("/api/applications/{applicationId}", { params: { path: { applicationId } } })),
    onSuccess: async () => {
      await forgetDrafts(applicationId);
      toast(t("discard.done"), "ok");
      await navigate({ to: "/app/desk" });
      queryClient.removeQueries({ queryKey: applicationKey(applicationId) });
      await queryClient.invalidateQueries({ queryKey: applicationsQuery.queryKey });
    },
  });
  return (
    <Dialog
      open
      title={t("discard.title")}
      onClose={onClose}
      locked={discard.isPending}
      footer={
        <>
          <Button onClick={onClose}>{t("discard.keep")}</Button>
          <Button kind="danger" busy={discard.isPending} onClick={() => discard.mutate()}>{t("discard.go")}</Button>
        </>
      }
    >
      {discard.error && <ProblemNotice problem={problemOf(discard.error)} />}
      <p>{t("discard.words")}</p>
    </Dialog>
  );
}
