import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { askAgain, lastRequest, pageOwner, sessionKey, whenSessionEnds } from "@/api/client";
import { sessionQuery, useSession, type Session } from "@/api/session";
import { Dialog } from "@/design";
import { useText } from "@/i18n";
import { SignInForm } from "./SignInForm";

const warnBefore = 5 * 60_000;

/**
 * SignInAgain lies over the page when the session has ended, so that nothing typed is lost: after signing in, the request
 * that found it out goes again as it was. Five minutes before the end it says so.
 */
export function SignInAgain() {
  const t = useText("shell");
  const session = useSession();
  const [asking, setAsking] = useState<((again: boolean) => void)[]>([]);

  useEffect(() => {
    whenSessionEnds(() => new Promise((resolve) => setAsking((before) => [...before, resolve])));
  }, []);

  const settle = (again: boolean) => {
    for (const resolve of asking) resolve(again);
    setAsking([]);
  };
  const gone = (next: Session) => {
    const other = pageOwner() !== next.user.id;
    settle(!other); // nobody's wish is sent in another's name
    if (other) window.location.reload();
  };
  return (
    <>
      <Dialog open={asking.length > 0} title={t("again.title")} onClose={() => settle(false)}>
        <p>{t("again.kept")}</p>
        {asking.length > 0 && <SignInForm onDone={gone} />}
      </Dialog>
      {session && asking.length === 0 && <EndsSoon session={session} />}
    </>
  );
}

/** EndsSoon warns before a session ends and lets one keep it. */
function EndsSoon({ session }: { session: Session }) {
  const t = useText("shell");
  const client = useQueryClient();
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const look = () => setLeft(Math.min(lastRequest() + session.idleSeconds * 1000, new Date(session.expiresAt).getTime()) - Date.now());
    look();
    const timer = window.setInterval(look, 15_000);
    return () => window.clearInterval(timer);
  }, [session]);
  if (left > warnBefore) return null;
  const stay = async () => {
    if (left <= 0) return void askAgain();
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    setLeft(Number.POSITIVE_INFINITY);
    await client.invalidateQueries({ queryKey: sessionKey });
  };
  return (
    <div className="ends-soon" role="alert">
      <span>{left > 0 ? t("ends.soon", { minutes: Math.ceil(left / 60_000) }) : t("ends.over")}</span>
      <button type="button" className="link-button" onClick={() => void stay()}>{left > 0 ? t("ends.stay") : t("signIn.go")}</button>
    </div>
  );
}
