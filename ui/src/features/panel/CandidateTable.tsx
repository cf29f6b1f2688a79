import { Check, classes, Empty, Icon } from "@/design";
import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";
import { covers, isBarred, type PanelSheet } from "./choice";

type Expert = Schemas["Expert"];

/** CandidateTable lists whom a panel may be chosen from. Who must stand aside stays in sight, with the reason, and cannot be chosen. */
export function CandidateTable({ experts, applied, sheet, readOnly, onToggle, onLead }: {
  experts: readonly Expert[];
  applied: readonly Schemas["OccupationRow"][];
  sheet: PanelSheet;
  readOnly: boolean;
  onToggle: (id: string) => void;
  onLead: (id: string) => void;
}) {
  const t = useText("panel");
  if (experts.length === 0) return <Empty title={t("none")}>{t("none.next")}</Empty>;
  return (
    <table className="panel-table">
      <caption className="visually-hidden">{t("candidates")}</caption>
      <thead>
        <tr>
          <th scope="col"><span className="visually-hidden">{t("column.choose")}</span></th>
          {(["name", "employer", "covers", "recent", "conflict", "leader"] as const).map((key) => <th key={key} scope="col" className={`panel-${key}`}>{t(`column.${key}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {experts.map((expert) => {
          const barred = isBarred(expert);
          const on = sheet.members.includes(expert.id);
          return (
            <tr key={expert.id} className={classes(on && "panel-on", barred && "panel-barred")} onClick={(event) => !barred && !readOnly && !(event.target as Element).closest("input,label,button") && onToggle(expert.id)}>
              <td>
                {barred && !on ? (
                  <span className="panel-no"><Icon name="strike" /><span className="visually-hidden">{t("barred", { name: expert.name })}</span></span>
                ) : (
                  <Check label={t("choose", { name: expert.name })} labelHidden checked={on} readOnly={readOnly} onChange={() => onToggle(expert.id)} />
                )}
              </td>
              <th scope="row" className="panel-name">{expert.name}<span className="panel-title">{expert.title}</span></th>
              <td className="panel-employer">{expert.employer}</td>
              <td className="panel-covers"><Covers names={covers(expert, applied)} /></td>
              <td className="panel-recent" data-label={t("column.recent")}>{t("recent", { n: expert.recent })}</td>
              <td className="panel-conflict" data-label={t("column.conflict")}>
                {expert.conflicts.length === 0 ? <span className="panel-free">{t("free")}</span> : expert.conflicts.map((conflict) => (
                  <span key={conflict.code} className={barred ? "panel-hit" : "panel-doubt"}><Icon name={barred ? "cross" : "triangle"} />{conflict.message}</span>
                ))}
              </td>
              <td className="panel-leader" data-label={t("column.leader")}>
                {!barred && (
                  <label className="jx-option jx-option-bare">
                    <input type="radio" name="leader" checked={sheet.leader === expert.id} disabled={readOnly} onChange={() => onLead(expert.id)} />
                    <span className="visually-hidden">{t("asLeader", { name: expert.name })}</span>
                  </label>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Covers({ names }: { names: readonly string[] }) {
  const t = useText("panel");
  if (names.length === 0) return <span className="panel-quiet">{t("covers.none")}</span>;
  return <>{names.join("、")}</>;
}
