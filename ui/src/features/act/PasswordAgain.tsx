import { Field, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";

/** PasswordAgain asks for the password where an act with legal effect rests on the person who takes it. */
export function PasswordAgain({ value, onChange, error }: { value: string; onChange: (password: string) => void; error?: string | undefined }) {
  const t = useText("act");
  return (
    <Field id={fieldId("/password")} label={t("password.label")} hint={t("password.hint")} error={error} required className="act-password">
      {(wiring) => <TextInput {...wiring} type="password" autoComplete="current-password" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
