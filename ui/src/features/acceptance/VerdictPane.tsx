import { type Schemas } from "@/api/client";
import { Tag, TextArea, VerdictMark } from "@/design";
import { useText } from "@/i18n";
import { Earlier } from "./Earlier";
import { materialOf, matterName, sectionsOf, type Matter } from "./matter";
import { OnlineCheckForm } from "./OnlineCheckForm";
import { ReasonList } from "./ReasonList";
import type { Review } from "./review";
import { markOf } from "./rounds";
import { findingOf, onlineOf, type Finding, type Sheet } from "./sheet";
import "./verdict-pane.css";

/** VerdictPane is the right of the workbench: what to look at, and the verdict on the matter in view with its reasons. */
export function VerdictPane({ matter, sheet, review, notices, readOnly, onSheet, onGive, onPick }: {
  matter: Matter;
  sheet: Sheet;
  review: Review;
  notices: readonly Schemas["FieldProblem"][];
  readOnly: boolean;
  onSheet: (next: Sheet) => void;
  onGive: (finding: Finding) => void;
  onPick: (matter: Matter) => void;
}) {
  const t = useText("acceptance");
  const finding = findingOf(sheet, matter);
  const { reference, rules } = review;
  const material = typeof matter === "number" ? reference.materials.find((one) => one.number === matter) : undefined;
  const mark = review.before && markOf(review.before, matter, review.changed);
  const mine = notices.filter((notice) => concerns(notice.pointer, matter));
  const asked = typeof matter === "number" && rules.asked.includes(matter);
  return (
    <div className="acc-verdict">
      <header className="acc-verdict-head">
        {typeof matter !== "number" && <button type="button" className="jx-link" onClick={() => onPick(materialOf(matter))}>{t("section.of", { number: materialOf(matter) })}</button>}
        <h2 tabIndex={-1}>{typeof matter === "number" ? t("material.heading", { number: matter, name: matterName(reference, matter) }) : matterName(reference, matter)}</h2>
        {mark && <Tag state={mark === "kept" ? "neutral" : mark === "changed" ? "near" : "supplement"} icon={null}>{t(`mark.${mark}`)}</Tag>}
      </header>
      <Points matter={matter} notices={mine} />
      <Earlier matter={matter} review={review} />
      {material?.online && (asked || onlineOf(sheet, material.number)) && (
        <OnlineCheckForm material={material.number} sheet={sheet} review={review} readOnly={readOnly} onSheet={onSheet} onPass={() => onGive("pass")} />
      )}
      <Verdicts finding={finding} readOnly={readOnly} onGive={onGive} />
      {finding !== "pass" && <ReasonList matter={matter} sheet={sheet} rules={rules} readOnly={readOnly} onSheet={onSheet} />}
      {typeof matter === "number" && sectionsOf(matter).length > 0 && <Sections material={matter} sheet={sheet} review={review} onPick={onPick} />}
      <details className="acc-note" open={sheet.note !== "" || undefined}>
        <summary>{t("note")}</summary>
        <TextArea aria-label={t("note")} rows={2} readOnly={readOnly} value={sheet.note} placeholder={t("note.hint")} onChange={(event) => onSheet({ ...sheet, note: event.target.value })} />
      </details>
    </div>
  );
}

const keys = { pass: "p", supplement: "b", refuse: "f" } as const;

/** Verdicts are the three words; giving one of them acts at once, so they are buttons. */
function Verdicts({ finding, readOnly, onGive }: { finding: Finding; readOnly: boolean; onGive: (finding: Finding) => void }) {
  const t = useText("acceptance");
  return (
    <div className="acc-verdicts" role="group" aria-label={t("verdict")}>
      {(["pass", "supplement", "refuse"] as const).map((value) => (
        <button key={value} type="button" className={`acc-give acc-give-${value}`} aria-pressed={finding === value} aria-disabled={readOnly || undefined} onClick={() => !readOnly && onGive(value)}>
          <VerdictMark finding={value} />
          {t(`verdict.${value}`)}
          <kbd aria-hidden="true">{keys[value]}</kbd>
        </button>
      ))}
    </div>
  );
}

/** Points are what to look at: by the notice, and what the form itself calls the officer's attention to. */
function Points({ matter, notices }: { matter: Matter; notices: readonly Schemas["FieldProblem"][] }) {
  const t = useText("acceptance");
  const points = t.of(`points.${matter}`, "").split("\n").filter(Boolean);
  if (points.length + notices.length === 0) return null;
  return (
    <ul className="acc-points">
      {points.map((point) => <li key={point}>{point}</li>)}
      {notices.map((notice) => <li key={notice.pointer + notice.code} className="acc-point-hand">{notice.message}</li>)}
    </ul>
  );
}

/** Sections are the parts of the form that are read with a material; each may have a verdict of its own. */
function Sections({ material, sheet, review, onPick }: { material: number; sheet: Sheet; review: Review; onPick: (matter: Matter) => void }) {
  const t = useText("acceptance");
  const words = useText("words");
  return (
    <section className="acc-carried" aria-label={t("sections")}>
      <h3>{t("sections")}</h3>
      <p className="acc-quiet">{t("sections.what")}</p>
      <ul>
        {sectionsOf(material).map((section) => {
          const finding = findingOf(sheet, section);
          return (
            <li key={section}>
              <button type="button" className="jx-link" onClick={() => onPick(section)}>{matterName(review.reference, section)}</button>
              <span className={`acc-word acc-word-${finding || "none"}`}>{words.of(`finding.${finding}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** concerns says whether a hint about the form belongs to a matter. */
function concerns(pointer: string, matter: Matter): boolean {
  const section = pointer.split("/")[1] ?? "";
  return typeof matter === "number" ? sectionsOf(matter).some((one) => one === section) : matter === section;
}
