import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { setLanguage, useLanguage, useText } from "@/i18n";
import "./public.css";

const place = "jiangxin.elder";

function remembered(): boolean {
  try {
    return localStorage.getItem(place) === "yes";
  } catch {
    return false;
  }
}

/** PublicFrame is around every public page: what this is, where one can go, larger letters, the other language, who answers. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useText("public");
  const language = useLanguage();
  const [elder, setElder] = useState(remembered);
  const [path] = useLocation();
  const first = useRef(true);
  const other = language === "en" ? "zh-CN" : "en";

  useEffect(() => {
    document.documentElement.toggleAttribute("data-elder", elder);
    try {
      localStorage.setItem(place, elder ? "yes" : "no");
    } catch {
      // it holds until the page is left
    }
  }, [elder]);
  useEffect(() => {
    if (!first.current) {
      window.scrollTo(0, 0);
      document.getElementById("main")?.focus();
    }
    first.current = false;
  }, [path]);

  return (
    <div className="pub">
      <a className="skip-link" href="#main">{t("skip")}</a>
      <header className="pub-top">
        <Link href="/" className="pub-brand">
          <span className="pub-mark">{t("brand")}</span>
          <span className="pub-name">{t("name")}</span>
        </Link>
        <nav aria-label={t("nav")} className="pub-nav">
          <Link href="/catalogue" aria-current={path === "/" || path.startsWith("/catalogue") ? "page" : undefined}>{t("nav.catalogue")}</Link>
          <Link href="/certificates" aria-current={path === "/certificates" || path.startsWith("/verify/") ? "page" : undefined}>{t("nav.certificates")}</Link>
          <Link href="/results" aria-current={path === "/results" ? "page" : undefined}>{t("nav.results")}</Link>
          <Link href="/guide" aria-current={path === "/guide" ? "page" : undefined}>{t("nav.guide")}</Link>
          <a href="/app">{t("nav.signIn")}</a>
        </nav>
        <div className="pub-switches">
          <button type="button" aria-pressed={elder} onClick={() => setElder(!elder)}>{t("elder")}</button>
          <button type="button" lang={other} onClick={() => setLanguage(other)}>{t("language.other")}</button>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="pub-main">{children}</main>
      <footer className="pub-foot">
        <p>{t("foot.owner")}</p>
        <p>{t("foot.contact")}</p>
        <p>{t("foot.nature")}</p>
        <p><a href="/api/openapi.yaml">{t("foot.api")}</a><a href="/readyz">{t("foot.state")}</a></p>
      </footer>
    </div>
  );
}
