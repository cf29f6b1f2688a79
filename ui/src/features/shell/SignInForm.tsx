import { useState, type FormEvent } from "react";
import { problemOf, type Problem } from "@/api/problem";
import { signIn, type Session } from "@/api/session";
import { Button, Field, ProblemNotice, TextInput } from "@/design";
import { useText } from "@/i18n";

/** SignInForm asks for name and password; `login` fixes the name when a session goes on. */
export function SignInForm({ login: fixed, onDone }: { login?: string; onDone: (session: Session) => void }) {
  const t = useText("shell");
  const [login, setLogin] = useState(fixed ?? "");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      onDone(await signIn(login.trim(), password));
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setPassword("");
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <Field label={t("signIn.login")} required>
        {(props) => <TextInput {...props} name="login" value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" readOnly={fixed !== undefined} autoFocus={fixed === undefined} />}
      </Field>
      <Field label={t("signIn.password")} required>
        {(props) => <TextInput {...props} name="password" type="password" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" autoFocus={fixed !== undefined} />}
      </Field>
      <Button kind="primary" type="submit" busy={busy} why={login.trim() && password ? undefined : [t("signIn.fill")]}>
        {t("signIn.go")}
      </Button>
    </form>
  );
}
