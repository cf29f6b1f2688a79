import { Check, Field, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import type { FormProps } from "./PaperForm";

interface AccountFormProps extends FormProps {
  password: string;
  onPassword: (password: string) => void;
  passwordError: string | undefined;
  read: boolean;
  onRead: (read: boolean) => void;
}

/** AccountForm confirms the letter with the password: a record of the system, which stands for no signature and no seal. */
export function AccountForm({ sheet, set, wrong, password, onPassword, passwordError, read, onRead }: AccountFormProps) {
  const t = useText("commitment");
  return (
    <div className="commit-step">
      <Field label={t("field.signedBy")} hint={t("field.signedBy.hint")} id={fieldId("/sheet/signedBy")} error={wrong("/sheet/signedBy")} required>
        {(wiring) => <TextInput {...wiring} value={sheet.signedBy} maxLength={200} autoComplete="off" onChange={(event) => set({ signedBy: event.target.value })} />}
      </Field>
      <Check id={fieldId("/sheet/digest")} label={t("read")} hint={t("read.hint")} checked={read} error={wrong("/sheet/digest")} onChange={onRead} />
      <Field label={t("password")} hint={t("password.hint")} id={fieldId("/password")} error={passwordError} required>
        {(wiring) => <TextInput {...wiring} type="password" autoComplete="current-password" value={password} onChange={(event) => onPassword(event.target.value)} />}
      </Field>
    </div>
  );
}
