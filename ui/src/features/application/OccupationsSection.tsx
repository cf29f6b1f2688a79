import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button, Empty, Icon } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { chosen, combinations, levelColumns, likeRow, offered, rowOf, type OccupationRow } from "./matrix";
import { OccupationFinder } from "./OccupationFinder";
import { labelOf, OccupationLine, wrongWithin } from "./OccupationLine";
import { useJudged, usePassMark, type Judged, type Occupation } from "./occupations";
import { planLeft, planStale } from "./planned";
import type { SectionProps } from "./section";
import "./occ.css";

/** OccupationsSection is the matrix of occupations by levels (附件1 第三部分): found in the catalogue, each with what it is judged by. */
export function OccupationsSection(props: SectionProps<"occupations">) {
  const { content, change, gaps, readOnly, documents, caseNo } = props;
  const t = useText("application");
  const mark = usePassMark();
  const judged = useJudged(content.rows);
  const [opened, setOpened] = useState<Record<number, boolean>>({});
  const [said, setSaid] = useState("");
  const [gone, setGone] = useState<{ row: OccupationRow; at: number }>();
  const { rows } = content;

  const setRows = (next: (before: readonly OccupationRow[]) => OccupationRow[]) => change((before) => ({ ...before, rows: next(before.rows) }));
  const add = (occupation: Occupation) => {
    const double = rows.findIndex((row) => row.code === occupation.code && row.workType.trim() === "");
    if (double >= 0) return setSaid(t("occ.taken", { name: occupation.name, row: double + 1 }));
    setRows((before) => [...before, rowOf(occupation, t("occ.standard.nameOf", { name: occupation.name }), mark)]);
    setGone(undefined);
    setSaid(t("occ.added", { name: occupation.name }));
  };
  const remove = (at: number) => {
    const row = rows[at];
    if (!row) return;
    setRows((before) => before.filter((_, i) => i !== at));
    setOpened({});
    setGone({ row, at });
    setSaid("");
  };
  const undo = () => {
    if (gone) setRows((before) => [...before.slice(0, gone.at), gone.row, ...before.slice(gone.at)]);
    setGone(undefined);
  };
  const like = (at: number) => {
    setRows((before) => likeRow(before, at));
    setSaid(t("occ.liked", { n: rows.length }));
  };

  return (
    <div className="occ">
      {!readOnly && <OccupationFinder onPick={add} id={fieldId("/occupations/rows")} />}
      <p role="status" className="occ-said">{said}</p>
      {gaps.at("/occupations/rows") && <p className="occ-wrong"><Icon name="warning" />{gaps.at("/occupations/rows")}</p>}
      {gone && (
        <p className="occ-gone" role="status">
          {t("occ.removed", { name: labelOf(gone.row) })}
          <Button kind="quiet" small icon="retry" onClick={undo}>{t("occ.undo")}</Button>
        </p>
      )}
      {rows.length === 0 ? (
        <Empty title={t("occ.empty")}>{t("occ.empty.why")}</Empty>
      ) : (
        <table className="occ-matrix">
          <caption className="visually-hidden">{t("occ.caption")}</caption>
          <thead>
            <tr>
              <th scope="col" className="occ-head-name">{t("occ.column.occupation")}</th>
              {levelColumns.map((level) => (
                <th scope="col" key={level} className="occ-head-level">{t(`occ.level.${level}`)}<span>{t(`occ.worker.${level}`)}</span></th>
              ))}
              <th scope="col" className="occ-head-how">{t("occ.column.how")}</th>
              <th scope="col" className="occ-head-act"><span className="visually-hidden">{t("occ.column.act")}</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <OccupationLine key={`${row.code} ${at}`} row={row} at={at} rows={rows} mark={mark} judged={judged[at] ?? { state: "asking" }} gaps={gaps} readOnly={readOnly} documents={documents} caseNo={caseNo}
                open={opened[at] ?? wrongWithin(gaps, at)} onOpen={(shown) => setOpened((before) => ({ ...before, [at]: shown }))} onRemove={() => remove(at)} onLike={rows.length > 1 ? () => like(at) : undefined}
                onRow={(update) => setRows((before) => before.map((other, i) => (i === at ? update(other) : other)))} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && <Sum {...props} hatched={!readOnly && rows.some((row, at) => hatchedIn(row, judged[at]))} />}
    </div>
  );
}

/** hatchedIn says whether a row has cells that its standard does not offer. */
function hatchedIn(row: OccupationRow, judged: Judged | undefined): boolean {
  if (judged?.state !== "known") return false;
  const known = judged.occupation.levels.map((level) => level.code);
  return levelColumns.some((level) => !chosen(row, level) && !offered(level, row, known));
}

/** Sum counts what is applied for, and says whether the planned numbers go with it. */
function Sum({ content, application, applicationId, readOnly, hatched }: SectionProps<"occupations"> & { hatched: boolean }) {
  const t = useText("application");
  const left = planLeft(content.rows, application.plan.numbers);
  const stale = planStale(content.rows, application.plan.numbers);
  return (
    <div className="occ-sum">
      <p className="occ-total">{t("occ.sum", { rows: content.rows.length, levels: combinations(content.rows) })}</p>
      {hatched && <p className="occ-hint">{t("occ.cell.notLegend")}</p>}
      {!readOnly && (
        <p className="occ-hint">
          {[t("occ.plan"), left > 0 && t("occ.plan.left", { n: left }), stale > 0 && t("occ.plan.stale", { n: stale })].filter(Boolean).join(t("occ.then"))}
          {" "}
          <Link to="/app/applications/$applicationId/$section" params={{ applicationId, section: "plan" }}>{t("occ.plan.go")}</Link>
        </p>
      )}
    </div>
  );
}
