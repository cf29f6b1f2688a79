import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import { Suspense, useEffect, useState } from "react";
import { answer, api } from "@/api/client";
import { whileThere } from "@/api/idle";
import { has, useSession, type Session } from "@/api/session";
import { HotkeyList, Loading } from "@/design";
import { antdTheme } from "@/design/theme";
import { useLanguage, useText } from "@/i18n";
import { placesOf } from "./home";
import { PersonMenu } from "./PersonMenu";
import { useDark } from "./dark";
import { antdLocale, nonce } from "./antd";

/** Desks is the frame of everybody who is signed in: where they work, who they are, and the page. */
export function Desks() {
  const session = useSession();
  const language = useLanguage();
  const [dark] = useDark();
  if (!session) return <Loading />;
  return (
    <ConfigProvider theme={antdTheme(dark)} locale={antdLocale(language)} csp={{ nonce: nonce() }}>
      <Top session={session} />
      <main id="main" className="desk-page" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <HotkeyList />
    </ConfigProvider>
  );
}

function Top({ session }: { session: Session }) {
  const t = useText("shell");
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <header className="top">
      <a className="skip" href="#main">{t("skip")}</a>
      <Link to="/app" className="top-brand" aria-label={t("brand.home")}>
        <span className="top-mark" aria-hidden="true">{t("brand")}</span>
      </Link>
      <p className="top-body">{session.enterprise?.name ?? session.body?.name ?? (has(session, "operator") ? t("body.operator") : t("body.expert"))}</p>
      <button type="button" className="top-toggle" aria-expanded={open} aria-controls="places" onClick={() => setOpen(!open)}>{t("nav.open")}</button>
      <nav id="places" className="top-places" data-open={open} aria-label={t("nav.label")}>
        {placesOf(session).map((place) => (
          <Link key={place.to} to={place.to} className="top-place" activeOptions={{ exact: place.to === "/app/cases" }} activeProps={{ "aria-current": "page" }}>
            {t(place.word)}
            {place.to === "/app/messages" && <Unread />}
          </Link>
        ))}
      </nav>
      <PersonMenu session={session} />
    </header>
  );
}

function Unread() {
  const t = useText("shell");
  const { data } = useQuery({
    queryKey: ["messages", "unread"],
    queryFn: () => answer(api.GET("/api/messages", { params: { query: { unread: true, limit: 1 } } })),
    refetchInterval: whileThere(60_000),
  });
  if (!data?.unread) return null;
  return <span className="top-count" aria-label={t("nav.unread", { count: data.unread })}>{data.unread}</span>;
}
