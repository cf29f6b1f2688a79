import { Button, classes, Icon, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { chosen, levelColumns, offered, partsOf, toggleLevel, twin, type OccupationRow } from "./matrix";
import { OccupationDetail, wordsOfWays, type OccupationDetailProps } from "./OccupationDetail";
import { Barred } from "./OccupationFinder";
import type { Judged } from "./occupations";
import "./occ-line.css";

export interface OccupationLineProps extends OccupationDetailProps {
  rows: readonly OccupationRow[];
  judged: Judged;
  open: boolean;
  onOpen: (open: boolean) => void;
  onRemove: () => void;
  onLike?: () => void;
}

/** labelOf is an occupation as people read it. */
export function labelOf(row: OccupationRow): string {
  return row.workType.trim() ? `${row.name}（${row.workType.trim()}）` : row.name;
}

/** wrongWithin says whether something stands against what a row is judged by: then that is in sight. */
export function wrongWithin(gaps: OccupationDetailProps["gaps"], at: number): boolean {
  return ["standard", "ways", "passRule"].some((part) => gaps.under(`/occupations/rows/${at}/${part}`).length > 0);
}

/** OccupationLine is a row of the matrix: the occupation, its levels, and in short what it is judged by. */
export function OccupationLine(props: OccupationLineProps) {
  const { row, at, rows, judged, gaps, readOnly, open, onOpen, onRow, onRemove, onLike } = props;
  const t = useText("application");
  const root = `/occupations/rows/${at}`;
  const known = judged.state === "known" ? judged.occupation.levels.map((level) => level.code) : [];
  const name = labelOf(row);
  const detail = `${fieldId(root)}-detail`;
  const first = levelColumns.find((level) => chosen(row, level) || offered(level, row, known));
  return (
    <>
      <tr className={classes("occ-row", open && "occ-row-open")} id={fieldId(root)}>
        <th scope="row" className="occ-name">
          <Name {...props} />
        </th>
        {levelColumns.map((level) => {
          const on = chosen(row, level);
          const may = on || offered(level, row, known);
          return (
            <td key={level} className={classes("occ-cell", on && "occ-cell-on", !may && "occ-cell-not")}>
              {readOnly && !on ? null : may ? (
                <label className="occ-tick">
                  <input type="checkbox" id={level === first ? fieldId(`${root}/levels`) : undefined} checked={on} disabled={readOnly} onChange={() => onRow((before) => toggleLevel(before, level))} />
                  <span className="occ-tick-mark" aria-hidden="true"><Icon name="check" /></span>
                  <span className="occ-tick-name"><span className="visually-hidden">{name}</span>{t(`occ.level.${level}`)}</span>
                </label>
              ) : (
                <span className="visually-hidden">{t("occ.cell.not")}</span>
              )}
            </td>
          );
        })}
        <td className="occ-how">
          <Summary row={row} />
          {!open && wrongWithin(gaps, at) && <p className="occ-wrong">{t("occ.look")}</p>}
        </td>
        <td className="occ-act">
          <Button kind="quiet" small icon={open ? "up" : "gear"} aria-expanded={open} aria-controls={detail} aria-label={open ? undefined : t("occ.set.row", { name })} onClick={() => onOpen(!open)}>
            {t(open ? "occ.close" : readOnly ? "occ.show" : "occ.set")}
          </Button>
          {!readOnly && <Button kind="quiet" small icon="cross" iconOnly onClick={onRemove}>{t("occ.remove.row", { name })}</Button>}
        </td>
      </tr>
      <Faults {...props} double={twin(rows, at)} />
      {open && (
        <tr className="occ-detail-row" id={detail}>
          <td colSpan={levelColumns.length + 3}>
            <OccupationDetail {...props} />
            {onLike && !readOnly && <Button kind="quiet" icon="swap" onClick={onLike}>{t("occ.like")}</Button>}
          </td>
        </tr>
      )}
    </>
  );
}

function Name({ row, at, judged, gaps, readOnly, onRow }: OccupationLineProps) {
  const t = useText("application");
  const occupation = judged.state === "known" ? judged.occupation : undefined;
  const list = `${fieldId(`/occupations/rows/${at}`)}-work-types`;
  const none = occupation?.workTypeCount === 0 && !row.workType;
  const wrong = gaps.at(`/occupations/rows/${at}/workType`);
  return (
    <>
      <span className="occ-title" id={fieldId(`/occupations/rows/${at}/code`)} tabIndex={-1}>
        {row.name}
        <span className="occ-code number">{row.code}</span>
        {occupation?.digital && <span className="occ-mark-digital">{t("occ.digital")}</span>}
        {occupation?.green && <span className="occ-mark-green">{t("occ.green")}</span>}
      </span>
      {readOnly ? (
        <span className="occ-work-type-text">{row.workType || t("occ.workType.whole")}</span>
      ) : none ? (
        <span className="occ-work-type-text">{t("occ.workType.none")}</span>
      ) : (
        <>
          <TextInput className="occ-work-type" list={list} aria-label={t("occ.workType.of", { name: row.name })} placeholder={t("occ.workType.all")} id={fieldId(`/occupations/rows/${at}/workType`)} value={row.workType}
            aria-invalid={wrong ? true : undefined} onChange={(event) => onRow((before) => ({ ...before, workType: event.target.value }))} />
          <datalist id={list}>{occupation?.workTypes?.map((workType) => <option key={workType} value={workType} />)}</datalist>
        </>
      )}
    </>
  );
}

function Summary({ row }: { row: OccupationRow }) {
  const t = useText("application");
  const marks = partsOf(row.ways).map((part) => t("occ.pass.mark", { part: t(`occ.short.${part}`), mark: row.passRule[part] || "—" }));
  return (
    <>
      <p>{row.standard.kind ? row.standard.name || t(`occ.standard.${row.standard.kind}`) : t("occ.standard.missing")}</p>
      <p className="occ-hint">{wordsOfWays(row.ways, (way) => t(`occ.way.${way}`)) || t("occ.ways.missing")}{marks.length > 0 && ` · ${marks.join(" · ")}`}</p>
    </>
  );
}

/** Faults says under the row what stands against it: the catalogue at once, the check of the server when it has looked. */
function Faults({ row, at, judged, gaps, double }: OccupationLineProps & { double: number }) {
  const t = useText("application");
  const root = `/occupations/rows/${at}`;
  const occupation = judged.state === "known" ? judged.occupation : undefined;
  const forbidden = occupation?.fileable === "forbid" ? occupation : undefined;
  const said = [
    ...(forbidden ? [] : gaps.under(`${root}/code`)),
    ...gaps.under(`${root}/name`), ...gaps.under(`${root}/workType`), ...gaps.under(`${root}/levels`).filter((gap) => !gap.pointer.includes("/subLevels")),
  ].map((gap) => gap.message);
  if (judged.state === "unknown" && gaps.under(`${root}/code`).length === 0) said.unshift(t("occ.unknown"));
  if (double >= 0 && !gaps.at(`${root}/code`)) said.unshift(t("occ.double", { row: double + 1 }));
  const check = occupation?.fileable === "checkByHand" ? occupation.basis : "";
  if (!forbidden && said.length === 0 && !check) return null;
  return (
    <tr className="occ-faults">
      <td colSpan={levelColumns.length + 3}>
        <div className="occ-said-of">
          {forbidden && <Barred occupation={{ ...forbidden, name: labelOf(row) }} />}
          {said.map((words) => <p key={words} className="occ-wrong"><Icon name="warning" />{words}</p>)}
          {check && (
            <details className="occ-check">
              <summary><Icon name="info" />{t("occ.checkByHand")}</summary>
              <p className="occ-hint">{t("occ.basis", { basis: check })}</p>
            </details>
          )}
        </div>
      </td>
    </tr>
  );
}
