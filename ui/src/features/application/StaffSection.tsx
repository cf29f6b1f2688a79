import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "@/api/client";
import { Button, Empty, Icon, QueueTable, Tabs, type Column } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { RevealDialog } from "./RevealDialog";
import type { SectionProps } from "./section";
import { StaffDialog } from "./StaffDialog";
import { StaffImport } from "./StaffImport";
import { masked } from "./residentId";
import { blankRow, countsOf, staffKinds, type StaffKind, type StaffRow } from "./staffRows";
import { useStaffColumns } from "./staffColumns";
import "./staff.css";

interface Listed {
  row: StaffRow;
  at: number;
}

/** Editing is the row that is being edited: one of the list, or a new one. */
type Editing = { at: number | undefined; row: StaffRow };

/** StaffSection keeps the four lists of people (material 7): by workbook or row by row. Numbers stay masked until a reason is given. */
export function StaffSection(props: SectionProps<"staff">) {
  const { applicationId, content, change, application, gaps, readOnly } = props;
  const t = useText("application");
  const [kind, setKind] = useState<StaffKind>(() => staffKinds.find((k) => content.some((row) => row.kind === k)) ?? "fullTime");
  const [editing, setEditing] = useState<Editing>();
  const [importing, setImporting] = useState(false);
  const [asking, setAsking] = useState(false);
  const [gone, setGone] = useState<Listed[]>([]);
  const reveal = useMutation({ mutationFn: (reason: string) => answer(api.POST("/api/applications/{applicationId}/staff/reading", { params: { path: { applicationId } }, body: { reason } })) });
  const full = reveal.data?.rows;
  const counts = countsOf(content);
  const listed = content.map((row, at) => ({ row, at })).filter(({ row }) => row.kind === kind);

  const numberOf = (row: StaffRow) => full?.find((one) => one.kind === row.kind && one.name === row.name && masked(one.idNumber ?? "") === masked(row.idNumber ?? ""))?.idNumber ?? masked(row.idNumber ?? "");
  const columns = useStaffColumns({ occupations: application.occupations.rows, numberOf, faultsAt: (at) => gaps.under(`/staff/${at}`) });
  const keep = (row: StaffRow) => {
    const at = editing?.at;
    change((before) => (at === undefined ? [...before, row] : before.map((other, i) => (i === at ? row : other))));
    setEditing(undefined);
    setKind(row.kind);
  };
  const remove = (one: Listed) => {
    change((before) => before.filter((_, i) => i !== one.at));
    setGone([one]);
  };
  const undo = () => {
    change((before) => gone.reduce((rows, one) => [...rows.slice(0, one.at), one.row, ...rows.slice(one.at)], [...before]));
    setGone([]);
  };

  return (
    <div className="staff">
      {!readOnly && <p className="staff-lead">{t("staff.lead")}</p>}
      <div className="staff-tools">
        {!readOnly && (
          <>
            <Button kind="primary" icon="upload" onClick={() => setImporting(true)}>{t("staff.import")}</Button>
            <Button icon="plus" onClick={() => setEditing({ at: undefined, row: blankRow(kind) })}>{t("staff.add", { list: t(`staff.kind.${kind}`) })}</Button>
          </>
        )}
        {content.length > 0 && !full && <Button kind="quiet" icon="eye" onClick={() => setAsking(true)}>{t("staff.reveal")}</Button>}
        {full && <Button kind="quiet" icon="lock" onClick={() => reveal.reset()}>{t("staff.hide")}</Button>}
      </div>
      {full && <p className="staff-revealed" role="status"><Icon name="eye" />{t("staff.revealed")}</p>}
      <General {...props} />
      {gone.length > 0 && (
        <p className="staff-gone" role="status">
          {t("staff.removed", { name: gone.map((one) => one.row.name).join("、") })}
          <Button kind="quiet" small icon="retry" onClick={undo}>{t("staff.undo")}</Button>
        </p>
      )}
      <Tabs label={t("staff.lists")} current={kind} onPick={setKind} panelOf={() => "staff-list"}
        items={staffKinds.map((k) => ({ key: k, label: t(`staff.kind.${k}`), count: counts[k], urgent: wrongIn(k, content, gaps) }))} />
      <div id="staff-list" role="tabpanel" aria-label={t(`staff.kind.${kind}`)} className="staff-list" data-density="officer">
        <QueueTable<Listed>
          caption={t(`staff.kind.${kind}`)}
          columns={columns as readonly Column<Listed>[]}
          rows={listed}
          rowKey={({ at }) => String(at)}
          rowLabel={({ row }) => row.name}
          empty={<Empty title={t("staff.empty", { list: t(`staff.kind.${kind}`) })}>{readOnly ? undefined : t("staff.empty.why")}</Empty>}
          action={readOnly ? undefined : (one) => (
            <span className="staff-acts">
              <Button kind="quiet" small icon="pen" onClick={() => setEditing(one)} id={fieldId(`/staff/${one.at}`)}>{t("staff.edit")}<span className="visually-hidden">{one.row.name}</span></Button>
              <Button kind="quiet" small icon="cross" iconOnly onClick={() => remove(one)}>{t("staff.remove", { name: one.row.name })}</Button>
            </span>
          )}
        />
      </div>
      {editing && <StaffDialog row={editing.row} before={editing.at === undefined ? undefined : content[editing.at]} others={content.filter((_, i) => i !== editing.at)} occupations={application.occupations.rows} problems={editing.at === undefined ? [] : gaps.under(`/staff/${editing.at}`)} onKeep={keep} onClose={() => setEditing(undefined)} />}
      {importing && <StaffImport applicationId={applicationId} rows={content} onClose={() => setImporting(false)} onTake={(rows, first) => { change(rows); setKind(first); setImporting(false); setGone([]); }} />}
      {asking && <RevealDialog busy={reveal.isPending} problem={reveal.error} onClose={() => { setAsking(false); reveal.reset(); }} onReveal={(reason) => reveal.mutate(reason, { onSuccess: () => setAsking(false) })} />}
    </div>
  );
}

/** General says what concerns the lists as a whole, such as one that is still empty. */
function General({ gaps }: SectionProps<"staff">) {
  const said = gaps.all.filter((gap) => gap.pointer === "/staff");
  if (said.length === 0) return null;
  return (
    <ul className="staff-general" id={fieldId("/staff")} tabIndex={-1}>
      {said.map((gap) => <li key={gap.message}><Icon name="warning" />{gap.message}</li>)}
    </ul>
  );
}

function wrongIn(kind: StaffKind, rows: readonly StaffRow[], gaps: SectionProps<"staff">["gaps"]): boolean {
  return rows.some((row, at) => row.kind === kind && gaps.under(`/staff/${at}`).length > 0);
}
