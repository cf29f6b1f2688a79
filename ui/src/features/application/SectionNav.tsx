import { Link } from "@tanstack/react-router";
import { Icon } from "@/design";
import { useText } from "@/i18n";
import { done, groups, type Line } from "./progress";
import type { SectionCode } from "./section";

interface SectionNavProps {
  applicationId: string;
  lines: readonly Line[];
  current: SectionCode;
  /** The sections that may be changed, where a submitted application is mended or only read. */
  open?: readonly SectionCode[];
}

/** SectionNav stands beside the form where there is room: where one is among the sections, and how far each has come. */
export function SectionNav({ applicationId, lines, current, open }: SectionNavProps) {
  const t = useText("application");
  const shown = groups.flatMap((group) => [...group.sections] as SectionCode[]).filter((section) => !open || section !== "promise");
  return (
    <nav className="app-nav" aria-label={t("nav.label")}>
      <p className="app-nav-count">{open ? t("nav.submitted") : t("list.done", { n: done(lines), all: lines.length })}</p>
      <ol className="app-nav-list">
        {shown.map((section) => {
          const line = lines.find((one) => one.section === section);
          if (!line) return null;
          const state = open ? (open.includes(section) ? t("nav.open") : t("nav.closed")) : t(`state.${line.state}`);
          return (
            <li key={section} className={`app-nav-line app-nav-${open ? "mending" : line.state}`}>
              {section === "promise" && current !== "promise" ? (
                <Link to="/app/applications/$applicationId/check" params={{ applicationId }}><NavMark line={line} /><span>{t("check.heading")}</span></Link>
              ) : (
                <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section }} activeProps={{ "aria-current": "page" }}>
                  {open ? <Icon name={open.includes(section) ? "pen" : "lock"} className="app-nav-mark" /> : <NavMark line={line} />}
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
