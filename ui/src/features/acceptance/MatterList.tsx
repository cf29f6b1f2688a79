import { classes, Tag, VerdictMark } from "@/design";
import { useText } from "@/i18n";
import { materialNumbers, materialOf, matterName, sectionsOf, type Matter } from "./matter";
import type { Review } from "./review";
import { markOf } from "./rounds";
import { findingOf, type Sheet } from "./sheet";
import "./matter-list.css";

/** MatterList is the left of the workbench: the seven materials with their verdicts, and the sections of the one in view. */
export function MatterList({ sheet, review, at, onPick }: { sheet: Sheet; review: Review; at: Matter; onPick: (matter: Matter) => void }) {
  const t = useText("acceptance");
  const open = materialOf(at);
  const shown = (number: number) => sectionsOf(number).filter((section) => number === open || ["supplement", "refuse"].includes(findingOf(sheet, section)) || review.changed.has(section));
  return (
    <nav className="acc-list" aria-label={t("list.label")}>
      <ol className="acc-materials">
        {materialNumbers.map((number) => (
          <li key={number}>
            <Entry matter={number} sheet={sheet} review={review} current={at === number} onPick={onPick} />
            {shown(number).length > 0 && (
              <ul className="acc-sections">
                {shown(number).map((section) => (
                  <li key={section}><Entry matter={section} sheet={sheet} review={review} current={at === section} onPick={onPick} /></li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Entry({ matter, sheet, review, current, onPick }: { matter: Matter; sheet: Sheet; review: Review; current: boolean; onPick: (matter: Matter) => void }) {
  const t = useText("acceptance");
  const words = useText("words");
  const finding = findingOf(sheet, matter);
  const mark = review.before && markOf(review.before, matter, review.changed);
  return (
    <button type="button" className={classes("acc-entry", `acc-entry-${finding || "none"}`)} aria-current={current || undefined} onClick={() => onPick(matter)}>
      {typeof matter === "number" && <span className="acc-number" aria-hidden="true">{matter}</span>}
      <span className="acc-entry-words">
        <span className="acc-entry-name">{matterName(review.reference, matter)}</span>
        {mark && mark !== "kept" && <Tag state={mark === "changed" ? "near" : "supplement"} icon={null}>{t(`mark.${mark}`)}</Tag>}
      </span>
      <span className="acc-entry-finding">
        <VerdictMark finding={finding} />
        <span className="visually-hidden">{words.of(`finding.${finding}`)}</span>
      </span>
    </button>
  );
}
