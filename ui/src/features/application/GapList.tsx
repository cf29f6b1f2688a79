import { Link } from "@tanstack/react-router";
import type { FieldProblem } from "@/api/problem";
import { Icon } from "@/design";
import { useText } from "@/i18n";
import { sectionOf } from "./labels";
import type { Line } from "./progress";
import { isSection } from "./section";

/** GapList lists all that is missing or wrong at once, section by section, each with the way to its field. */
export function GapList({ applicationId, gaps, lines }: { applicationId: string; gaps: readonly FieldProblem[]; lines: readonly Line[] }) {
  const t = useText("application");
  if (gaps.length === 0) {
    return <p className="app-ready" id="check-gaps" tabIndex={-1}><Icon name="check" />{t("check.nothing")}</p>;
  }
  return (
    <section className="app-gaps" id="check-gaps" tabIndex={-1} aria-labelledby="check-gaps-title">
      <h2 id="check-gaps-title">{t("check.gaps", { n: gaps.length })}</h2>
      <ul className="app-gap-groups">
        {lines.map((line) => {
          const own = gaps.filter((gap) => sectionOf(gap.pointer) === line.section);
          if (own.length === 0) return null;
          return (
            <li key={line.section}>
              <h3>{line.name}</h3>
              <ul className="app-gap-list">
                {own.map((gap) => (
                  <li key={gap.pointer + gap.code + gap.message}>
                    <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section: isSection(line.section) ? line.section : "unit" }} search={{ from: "check", at: gap.pointer }}>{gap.message}</Link>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
