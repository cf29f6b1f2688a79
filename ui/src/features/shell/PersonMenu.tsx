import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { signOut, type Session } from "@/api/session";
import { toast } from "@/design";
import { useText } from "@/i18n";
import { useDark } from "./dark";
import { LanguageSwitch } from "./LanguageSwitch";

/** PersonMenu says who is signed in, and holds what concerns the person: language, dark screens, signing out. */
export function PersonMenu({ session }: { session: Session }) {
  const t = useText("shell");
  const words = useText("words");
  const [open, setOpen] = useState(false);
  const [dark, setDark] = useDark();
  const navigate = useNavigate();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return;
      if (event instanceof PointerEvent && menu.current?.parentElement?.contains(event.target as Node)) return;
      setOpen(false);
      if (event instanceof KeyboardEvent) button.current?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, [open]);

  async function leave() {
    try {
      await signOut();
    } catch {
      toast(t("signOut.failed"), "warn");
    } finally {
      await navigate({ to: "/app/login" });
    }
  }

  return (
    <div className="person">
      <button ref={button} type="button" className="person-name" aria-expanded={open} aria-controls="person-menu" onClick={() => setOpen(!open)}>
        {session.user.name}
      </button>
      {open && (
        <div ref={menu} id="person-menu" className="person-menu">
          <p className="person-role">{session.roles.map((role) => words.of(`role.${role}`, role)).join(t("comma"))}</p>
          <LanguageSwitch />
          <button type="button" className="link-button" aria-pressed={dark} onClick={() => setDark(!dark)}>{dark ? t("dark.off") : t("dark.on")}</button>
          <button type="button" className="link-button" onClick={() => void leave()}>{t("signOut")}</button>
        </div>
      )}
    </div>
  );
}
