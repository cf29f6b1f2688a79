import { Link } from "@tanstack/react-router";
import { Icon } from "@/design";
import { useText } from "@/i18n";
import { done, groups, type Line } from "./progress";
import type { SectionCode } from "./section";

/** SectionNav stands beside the form where there is room: where one is among the sections, and how far each has come. */
export function SectionNav({ applicationId, lines, current }: { applicationId: string; lines: readonly Line[]; current: SectionCode }) {
  const t = useText("application");
  return (
    <nav className="app-nav" aria-label={t("nav.label")}>
      <p className="app-nav-count">{t("list.done", { n: done(lines), all: lines.length })}</p>
      <ol className="app-nav-list">
        {groups.flatMap((group) => group.sections).map((section) => {
          const line = lines.find((one) => one.section === section);
          if (!line) return null;
          const state = t(`state.${line.state}`);
          return (
            <li key={section} className={`app-nav-line app-nav-${line.state}`}>
              {section === "promise" && current !== "promise" ? (
                <Link to="/app/applications/$applicationId/check" params={{ applicationId }}><NavMark line={line} /><span>{t("check.heading")}</span></Link>
              ) : (
                <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section }} activeProps={{ "aria-current": "page" }}>
                  <NavMark line={line} />
                  <span>{line.name}<span className="visually-hidden">（{state}）</span></span>
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function NavMark({ line }: { line: Line }) {
  if (line.state === "complete") return <Icon name="check" className="app-nav-mark" />;
  if (line.state === "problem") return <Icon name="warning" className="app-nav-mark" />;
  return <span className="app-nav-mark app-nav-dot" aria-hidden="true" />;
}
