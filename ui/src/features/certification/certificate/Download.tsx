import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Dialog, Field, ProblemNotice, TextInput } from "@/design";
import { useText } from "@/i18n";
import { certificateHref, saveFile } from "./save";

/** Download saves the certificate's PDF. An officer says why it is read; every reading is recorded. */
export function Download({ certificate: { number, made } }: { certificate: Schemas["Certificate"] }) {
  const t = useText("certificate");
  const clerk = has(useSession() ?? null, "clerk");
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: () => saveFile(certificateHref(number, reason.trim()), `${number}.pdf`),
    onSuccess: () => setAsking(false),
  });
  const problem = save.error ? problemOf(save.error) : undefined;
  const why = made ? [] : [t("download.making")];
  return (
    <>
      <Button icon="download" busy={save.isPending} why={why} onClick={() => (clerk ? save.mutate() : setAsking(true))}>{t("download")}</Button>
      {problem && !asking && <ProblemNotice problem={problem} onRetry={() => save.mutate()} />}
      {asking && (
        <Dialog
          open
          title={t("download")}
          onClose={() => setAsking(false)}
          footer={<Button kind="primary" icon="download" busy={save.isPending} why={reason.trim().length >= 2 ? [] : [t("download.need")]} onClick={() => save.mutate()}>{t("download.go")}</Button>}
        >
          {problem && <ProblemNotice problem={problem} />}
          <p>{t("download.what")}</p>
          <Field label={t("download.reason")} hint={t("download.hint")} required>
            {(wiring) => <TextInput {...wiring} maxLength={200} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />}
          </Field>
        </Dialog>
      )}
    </>
  );
}
