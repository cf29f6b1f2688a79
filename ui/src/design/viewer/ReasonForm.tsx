import { useState, type FormEvent } from "react";
import { useText } from "@/i18n";
import { Button } from "../action/Button";
import { Field } from "../form/Field";
import { TextInput } from "../form/inputs";
import { Icon } from "../icon/Icon";

/** ReasonForm asks why personal data is read; the reading is recorded with it. */
export function ReasonForm({ onReason, busy }: { onReason: (reason: string) => void; busy: boolean }) {
  const t = useText("design");
  const [words, setWords] = useState(t("viewer.reasonUsual"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) onReason(words.trim());
  };
  return (
    <form className="jx-reason" onSubmit={submit}>
      <p className="jx-reason-title"><Icon name="lock" />{t("viewer.personal")}</p>
      <Field label={t("viewer.reason")} hint={t("viewer.reasonHint")} required>
        {(wiring) => <TextInput {...wiring} value={words} maxLength={200} onChange={(event) => setWords(event.currentTarget.value)} />}
      </Field>
      <Button type="submit" kind="primary" busy={busy} why={words.trim() ? [] : [t("viewer.reasonMissing")]}>{t("viewer.open")}</Button>
    </form>
  );
}
