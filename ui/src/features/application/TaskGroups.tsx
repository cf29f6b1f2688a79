import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Icon, Tag } from "@/design";
import { useText } from "@/i18n";
import { groups, readyToCheck, type Line } from "./progress";
import { unsavedSections } from "./save";

/** TaskGroups lists the sections by what they are about, each with how far it has come. Only what is wrong is red. */
export function TaskGroups({ applicationId, lines }: { applicationId: string; lines: readonly Line[] }) {
  const t = useText("application");
  const unsaved = useQuery({ queryKey: ["applications", applicationId, "unsaved"], queryFn: () => unsavedSections(applicationId), staleTime: 0, gcTime: 0 }).data ?? [];
  const ready = readyToCheck(lines);
  return (
    <ol className="app-groups">
      {groups.map((group) => (
        <li key={group.code} className="app-group">
          <h2>{t(`group.${group.code}`)}</h2>
          <ul className="app-lines">
            {group.sections.map((section) => {
              const line = lines.find((one) => one.section === section);
              if (!line) return null;
              return section === "promise" ? (
                <CheckLine key={section} applicationId={applicationId} line={line} ready={ready} lines={lines} />
              ) : (
                <li key={section} className={`app-line app-line-${line.state}`}>
                  <span className="app-line-words">
                    <Link className="app-line-name" to="/app/applications/$applicationId/$section" params={{ applicationId, section }}>{line.name}</Link>
                    <span className="app-line-hint">{unsaved.includes(section) ? t("list.unsaved") : t.of(`about.${section}`, "")}</span>
                  </span>
                  <State line={line} />
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** CheckLine is the last line: reading everything once more, promising, submitting. */
function CheckLine({ applicationId, line, ready, lines }: { applicationId: string; line: Line; ready: boolean; lines: readonly Line[] }) {
  const t = useText("application");
  const left = lines.filter((one) => one.section !== "promise" && one.state !== "complete").length;
  return (
    <li className={`app-line app-line-${line.state}`}>
      <span className="app-line-words">
        <Link className="app-line-name" to="/app/applications/$applicationId/check" params={{ applicationId }}>{t("check.heading")}</Link>
        <span className="app-line-hint">{ready ? t("about.promise") : t("list.blocked", { n: left })}</span>
      </span>
      <State line={line} />
    </li>
  );
}

function State({ line }: { line: Line }) {
  const t = useText("application");
  switch (line.state) {
    case "complete":
      return <span className="app-state app-state-complete">{t("state.complete")}</span>;
    case "problem":
      return <span className="app-state app-state-problem"><Icon name="warning" />{t("state.problemOf", { n: line.gaps })}</span>;
    case "inProgress":
      return <span className="app-state"><Tag state="working">{t("state.inProgressOf", { n: line.gaps })}</Tag></span>;
    case "blocked":
      return <span className="app-state app-state-blocked"><Icon name="lock" />{t("state.blocked")}</span>;
    default:
      return <span className="app-state"><Tag state="draft" icon={null}>{t("state.notStarted")}</Tag></span>;
  }
}
