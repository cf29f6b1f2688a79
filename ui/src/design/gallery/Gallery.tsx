import { useState } from "react";
import { HotkeyList, Toasts, useHotkeys } from "@/design";
import { setLanguage, useLanguage } from "@/i18n";
import { Check } from "../form/Choice";
import { Button } from "../action/Button";
import { ActionSamples, BarSample } from "./ActionSamples";
import { CaseSamples } from "./CaseSamples";
import { FileSamples } from "./FileSamples";
import { FormSamples } from "./FormSamples";
import { Ground } from "./Ground";
import { NoticeSamples } from "./NoticeSamples";
import { QueueSamples } from "./QueueSamples";
import { useWords, type WordKey } from "./words";
import "./gallery.css";

const parts: WordKey[] = ["colours", "type", "buttons", "fields", "errors", "saving", "tags", "cells", "deadlines", "document", "story", "queue", "dialogs", "notices", "upload", "viewer", "bar"];

/** Gallery is the living page: every component in every state. */
export function Gallery() {
  const w = useWords();
  const language = useLanguage();
  const root = document.documentElement;
  const [theme, setTheme] = useState(root.dataset.theme === "dark");
  const [elder, setElder] = useState("elder" in root.dataset);
  const [officer, setOfficer] = useState(root.dataset.density === "officer");
  useHotkeys({ n: { run: () => undefined, label: w("keys.next") }, "Ctrl+Enter": { run: () => undefined, label: w("keys.save") } });
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  return (
    <div className="gallery">
      <title>{w("title")}</title>
      <a className="skip-link" href="#main">{w("nav")}</a>
      <header className="gallery-top">
        <h1 className="gallery-mark">{w("title")}</h1>
        <p className="gallery-lead">{w("lead")}</p>
        <div className="gallery-switches">
          <Check label={w("switch.dark")} checked={theme} onChange={(on) => { setTheme(on); set("theme", on ? "dark" : "light"); }} />
          <Check label={w("switch.elder")} checked={elder} onChange={(on) => { setElder(on); set("elder", on ? "" : undefined); }} />
          <Check label={w("switch.officer")} checked={officer} onChange={(on) => { setOfficer(on); set("density", on ? "officer" : undefined); }} />
          <Button small onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}>{w("switch.language")}</Button>
        </div>
      </header>
      <nav className="gallery-nav" aria-label={w("nav")}>
        <ul className="gallery-links">
          {parts.map((part) => <li key={part}><a href={`#${part}`}>{w(part)}</a></li>)}
        </ul>
      </nav>
      <main id="main" className="gallery-main">
        <Ground />
        <ActionSamples />
        <FormSamples />
        <CaseSamples />
        <QueueSamples />
        <NoticeSamples />
        <FileSamples />
        <BarSample />
      </main>
      <Toasts />
      <HotkeyList />
    </div>
  );
}
