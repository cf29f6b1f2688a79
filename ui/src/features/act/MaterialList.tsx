import type { Schemas } from "@/api/client";
import { VerdictMark } from "@/design";
import { useText } from "@/i18n";
import { filesOf, type MaterialFiles } from "@/features/case/materials";
import { findingOn } from "./finding";

/** MaterialList names the seven materials with what the city found. */
export function MaterialList({ materials, files, acceptance, current, onPick }: {
  materials: readonly Schemas["MaterialInfo"][];
  files: readonly MaterialFiles[];
  acceptance: Schemas["AcceptanceSheet"] | undefined;
  current: number;
  onPick: (number: number) => void;
}) {
  const t = useText("act");
  const words = useText("words");
  return (
    <nav className="review-list" aria-label={t("review.materials")}>
      <ol>
        {materials.map(({ number, name }) => {
          const { finding, online } = findingOn(acceptance, number);
          const count = files.find((f) => f.number === number);
          return (
            <li key={number}>
              <button type="button" className={`review-material review-${finding || "none"}`} aria-current={number === current || undefined} onClick={() => onPick(number)}>
                <span className="review-number">{number}</span>
                <span className="review-name">{name}</span>
                <span className="review-finding">
                  <VerdictMark finding={finding} />
                  {words.of(`finding.${finding}`, "")}
                  {online && <em>{t("review.byOnline")}</em>}
                  {count && filesOf(count).length > 0 && <em>{t("review.files", { n: filesOf(count).length })}</em>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
