import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Button, Empty, Field, Icon, TextArea, WhyList } from "@/design";
import { useText } from "@/i18n";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { Changes } from "./Changes";
import { CorrectionFiles } from "./CorrectionFiles";
import { batchQuery, returnedQuery, type Result } from "./queries";
import { RowDialog } from "./RowDialog";
import { untouched } from "./rowFields";
import { Standing } from "./Standing";
import "./batch.css";

interface CorrectionDraft {
  sheet: { note: string };
}

const empty: CorrectionDraft = { sheet: { note: "" } };
const named = 5;

/** CorrectionPanel mends what the audit gave back (退回修改): every returned row with its reason, mended in place, and all of them handed in again. */
export function CorrectionPanel({ view, deciding }: PanelProps) {
  const t = useText("batch");
  const { caseNo } = view.task;
  const { data: batch } = useSuspenseQuery(batchQuery(caseNo));
  const { data: rows } = useSuspenseQuery(returnedQuery(caseNo, batch.returned));
  const draft = useSheet<CorrectionDraft>(view, empty);
  const [editing, setEditing] = useState<Result>();
  const { note } = draft.value.sheet;
  const left = untouched(rows);
  const wrong = rows.filter((row) => row.changes.length > 0 && row.findings.some((one) => one.level === "wrong"));
  const lines = (nos: readonly number[]) => nos.slice(0, named).join(t("comma")) + (nos.length > named ? t("correct.andMore") : "");
  const why = [
    ...(wrong.length > 0 ? [t("correct.why.wrong", { lines: lines(wrong.map((row) => row.no)) })] : []),
    ...(left.length > 0 && note.trim() === "" ? [t("correct.why.untouched", { lines: lines(left) })] : []),
  ];
  const noteId = fieldId("/sheet/note");
  return (
    <div className="batch batch-task">
      <div className="batch-next">
        <p>{t("correct.lead", { n: rows.length })}</p>
        <p role="status"><strong>{t("correct.progress", { n: rows.length - left.length, all: rows.length })}</strong></p>
      </div>
      <DecideProblem view={view} deciding={deciding} mine={note} labelOf={(pointer) => (pointer === "/sheet/note" ? t("correct.note") : "")} />
      {rows.length === 0 ? (
        <Empty title={t("correct.none")} />
      ) : (
        <ol className="batch-cards">
          {rows.map((row) => (
            <li key={row.no} className="batch-card" data-mended={row.changes.length > 0 || undefined}>
              <header>
                <h2>{t("correct.row", { no: row.no, name: row.content.name })}</h2>
                <span className="number">{row.content.idNumber}</span>
                {row.changes.length > 0 && <span className="batch-good"><Icon name="check" />{t("correct.mended")}</span>}
                <Button small kind={row.changes.length > 0 ? "plain" : "primary"} onClick={() => setEditing(row)}>{t("rows.edit")}<span className="visually-hidden"> {row.content.name}</span></Button>
              </header>
              <Standing row={row} />
              <Changes changes={row.changes} />
            </li>
          ))}
        </ol>
      )}
      <CorrectionFiles batch={batch} />
      <Field id={noteId} label={t("correct.note")} hint={t("correct.noteHint")} error={wordsAt(deciding.problem?.fields ?? [], "/sheet/note")} optional={left.length === 0}>
        {(wiring) => <TextArea {...wiring} rows={2} maxLength={2000} value={note} onChange={(event) => draft.change({ sheet: { note: event.target.value } })} />}
      </Field>
      {why.length > 0 && <WhyList reasons={why} />}
      <DecideBar view={view} draft={draft} deciding={deciding} actions={[{ verdict: "submit", label: t("correct.go"), why, wish: () => ({ verdict: "submit", sheet: { note: note.trim() } as Schemas["AnySheet"] }) }]} />
      {editing && <RowDialog batch={batch} row={editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}
