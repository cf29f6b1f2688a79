import { useText } from "@/i18n";
import type { Matter } from "./matter";
import type { Review } from "./review";
import { defectsOf } from "./sheet";

/** Earlier is what this matter was told last time, what the applicant answered, and exactly what has changed since. */
export function Earlier({ matter, review }: { matter: Matter; review: Review }) {
  const t = useText("acceptance");
  const { before, reference, changes } = review;
  if (!before) return null;
  const told = defectsOf(before.sheet, matter);
  const changed = changes.get(matter) ?? [];
  if (told.length + changed.length === 0) return null;
  const answerTo = (reason: string) => before.answers.find(({ defect }) => defect.reason === reason && defect.matter === matter);
  return (
    <section className="acc-earlier" aria-label={t("earlier")}>
      {told.length > 0 && <h3>{t("earlier.told")}</h3>}
      {told.map((defect) => {
        const answer = answerTo(defect.reason);
        return (
          <div key={defect.reason} className="acc-told">
            <p>{reference.reasons.find((reason) => reason.code === defect.reason)?.text ?? defect.reason}{defect.words && <span>{defect.words}</span>}</p>
            <p className="acc-answer"><strong>{t("earlier.answer")}</strong>{answer?.text || t("earlier.noAnswer")}</p>
          </div>
        );
      })}
      {changed.length > 0 && (
        <>
          <h3>{t("earlier.changed", { n: changed.length })}</h3>
          <ul className="acc-changes">
            {changed.map((change) => (
              <li key={change.pointer + change.kind} className={`acc-change-${change.kind}`}>
                <span className="acc-change-label">{change.label ?? change.pointer}</span>
                {change.kind !== "added" && <del>{change.before}</del>}
                {change.kind !== "removed" && <ins>{change.after}</ins>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

