import { useRef, type KeyboardEvent } from "react";
import { Check, classes, TextArea } from "@/design";
import { useText } from "@/i18n";
import type { Matter } from "./matter";
import { defectsOf, findingOf, reasonsFor, sayDefect, toggleReason, type Reason, type Rules, type Sheet } from "./sheet";

/** ReasonList are the reasons of the catalogue that fit the matter. Picking one is the verdict as well; words follow where it stands. */
export function ReasonList({ matter, sheet, rules, readOnly, onSheet }: { matter: Matter; sheet: Sheet; rules: Rules; readOnly: boolean; onSheet: (next: Sheet) => void }) {
  const t = useText("acceptance");
  const list = useRef<HTMLUListElement>(null);
  const byPointer = useRef(false);
  const finding = findingOf(sheet, matter);
  const reasons = reasonsFor(rules, matter, finding === "refuse" ? "refuse" : "supplement");
  const defects = new Map(defectsOf(sheet, matter).map((defect) => [defect.reason, defect]));

  const pick = (reason: Reason, on: boolean) => {
    onSheet(toggleReason(sheet, matter, reason, rules));
    // Who picks by key goes on to the next reason; who picks by pointer, or must write, writes next.
    if (on && (reason.needsWords || byPointer.current)) requestAnimationFrame(() => document.getElementById(wordsId(matter, reason.code))?.focus());
  };
  const move = (event: KeyboardEvent) => {
    byPointer.current = false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
    boxes[boxes.indexOf(event.target) + step]?.focus();
  };

  return (
    <fieldset className={classes("acc-reasons", finding === "refuse" && "acc-reasons-refuse")}>
      <legend>{t(finding === "refuse" ? "reasons.refuse" : "reasons.supplement")}</legend>
      <ul ref={list} onKeyDown={move} onPointerDown={() => { byPointer.current = true; }}>
        {reasons.map((reason) => {
          const defect = defects.get(reason.code);
          return (
            <li key={reason.code} data-picked={defect ? true : undefined}>
              <Check label={reason.text} checked={defect !== undefined} readOnly={readOnly} onChange={(on) => pick(reason, on)} />
              {defect && (
                <TextArea
                  id={wordsId(matter, reason.code)}
                  aria-label={t("words.label", { reason: reason.text })}
                  aria-required={reason.needsWords}
                  rows={2}
                  readOnly={readOnly}
                  placeholder={t(reason.needsWords ? "words.needed" : "words.more")}
                  value={defect.words ?? ""}
                  onChange={(event) => onSheet(sayDefect(sheet, matter, reason.code, event.target.value))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** wordsId is the id of the field for the words to a reason. */
export function wordsId(matter: Matter, reason: string): string {
  return `words-${matter}-${reason}`;
}
