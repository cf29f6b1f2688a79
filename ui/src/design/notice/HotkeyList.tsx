import { useEffect, useState } from "react";
import { useText } from "@/i18n";
import { Check } from "../form/Choice";
import { knownHotkeys, useHotkeysOn, whenAsked } from "../hotkeys";
import { Dialog } from "./Dialog";
import "./hotkey-list.css";

/** HotkeyList stands once in a page's frame; `?` opens it. */
export function HotkeyList() {
  const t = useText("design");
  const [known, setKnown] = useState<[string, string][]>();
  const [on, switchOn] = useHotkeysOn();
  useEffect(() => whenAsked(() => setKnown(knownHotkeys())), []);
  if (!known) return null;
  return (
    <Dialog open title={t("keys.title")} onClose={() => setKnown(undefined)}>
      {known.length === 0 ? <p>{t("keys.none")}</p> : (
        <dl className="jx-keys">
          {known.map(([name, label]) => (
            <div key={name}>
              <dt>{name.split(" ").map((key, i) => <kbd key={i}>{key}</kbd>)}</dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      )}
      <Check label={t("keys.on")} hint={t("keys.hint")} checked={on} onChange={switchOn} />
    </Dialog>
  );
}
