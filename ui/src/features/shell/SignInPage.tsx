import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useText } from "@/i18n";
import { backOf } from "./back";
import { homeOf } from "./home";
import { LanguageSwitch } from "./LanguageSwitch";
import { SignInForm } from "./SignInForm";

const route = getRouteApi("/app/login");

/** SignInPage opens a session and goes to where the person wanted to be, or where their work begins. */
export function SignInPage() {
  const t = useText("shell");
  const { back } = route.useSearch(); // as it stands in the address: the router adds to what a route has checked what it has not
  const navigate = useNavigate();
  return (
    <main className="sign-in" id="main">
      <title>{t("signIn.title")}</title>
      <div className="sign-in-sheet">
        <p className="sign-in-mark" aria-hidden="true">{t("brand")}</p>
        <h1>{t("signIn.heading")}</h1>
        <p className="sign-in-basis">{t("basis")}</p>
        <SignInForm onDone={(session) => void navigate({ href: backOf(back) ?? homeOf(session) })} />
        <p className="sign-in-foot">
          <a href="/">{t("signIn.public")}</a>
          <a href="/guide">{t("signIn.guide")}</a>
          <LanguageSwitch />
        </p>
      </div>
    </main>
  );
}
