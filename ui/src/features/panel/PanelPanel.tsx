import { useSuspenseQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { answer, api } from "@/api/client";
import { Field, Icon, Tag, TextArea } from "@/design";
import { useText } from "@/i18n";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { PanelProps } from "@/features/task/panel";
import { snapshotsQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { CandidateTable } from "./CandidateTable";
import { emptyPanel, isDoubtful, lacksOf, lead, ordered, toggleMember, uncovered, type Lack, type PanelSheet } from "./choice";
import "./panel.css";

/** PanelPanel is 组成专家组: candidates with what speaks against them, an odd number of them chosen, one as leader. */
export function PanelPanel({ view, deciding }: PanelProps) {
  const t = useText("panel");
  const { caseNo, region } = view.task;
  const [{ data: list }, { data: snapshots }] = useSuspenseQueries({
    queries: [
      { queryKey: ["case", caseNo, "experts"], queryFn: () => answer(api.GET("/api/experts", { params: { query: { caseNo, region } } })) },
      snapshotsQuery(caseNo),
    ],
  });
  const experts = useMemo(() => ordered(list.items), [list]);
  const applied = snapshots.items.at(-1)?.content.application.occupations.rows ?? [];
  const draft = useSheet<PanelSheet>(view, emptyPanel);
  const sheet = draft.value;
  const limits = { least: view.facts.panelMinimum || 1, evenAllowed: view.facts.panelEven };
  const readOnly = !view.mayDecide;
  const lacks = lacksOf(sheet, experts, limits);
  const open = uncovered(sheet, experts, applied);
  const said = (lack: Lack) => {
    if (lack.kind === "few") return t("lack.few", { missing: lack.missing, least: limits.least });
    return lack.kind === "even" || lack.kind === "leader" ? t(`lack.${lack.kind}`) : t(`lack.${lack.kind}`, { name: lack.name });
  };
  const chosen = [...sheet.members].sort((a, b) => Number(b === sheet.leader) - Number(a === sheet.leader)).flatMap((id) => experts.find((expert) => expert.id === id) ?? []);
  const names = chosen.map((expert) => expert.name).join("、");

  return (
    <div className="panel" data-density="officer">
      <DecideProblem view={view} deciding={deciding} mine={[names, sheet.note].filter(Boolean).join("\n")} />
      <section className="panel-chosen" aria-label={t("chosen")}>
        <div className="panel-rule">
          <h2>{t("chosen")}</h2>
          <p>{t(limits.evenAllowed ? "rule.any" : "rule.odd", { least: limits.least })}</p>
        </div>
        <ol className="panel-members" aria-live="polite">
          {chosen.map((expert) => (
            <li key={expert.id} data-leader={expert.id === sheet.leader || undefined}>
              {expert.id === sheet.leader && <Tag state="expert" icon={null}>{t("leader")}</Tag>}
              <span>{expert.name}</span>
              {!readOnly && (
                <button type="button" className="panel-off" onClick={() => draft.change(toggleMember(sheet, expert.id))}>
                  <Icon name="cross" /><span className="visually-hidden">{t("takeOff", { name: expert.name })}</span>
                </button>
              )}
            </li>
          ))}
          {Array.from({ length: Math.max(0, limits.least - chosen.length) }, (_, i) => <li key={i} className="panel-seat">{t("seat")}</li>)}
        </ol>
        {chosen.length > 0 && open.length > 0 && <p className="panel-open"><Icon name="info" />{t("uncovered", { names: open.join("、") })}</p>}
      </section>
      <CandidateTable
        experts={experts}
        applied={applied}
        sheet={sheet}
        readOnly={readOnly}
        onToggle={(id) => draft.change(toggleMember(sheet, id))}
        onLead={(id) => draft.change(lead(sheet, id))}
      />
      <Field label={t("note")} hint={t(experts.some((expert) => sheet.members.includes(expert.id) && isDoubtful(expert)) ? "note.check" : "note.hint")} className="panel-note">
        {(props) => <TextArea {...props} rows={2} readOnly={readOnly} value={sheet.note} onChange={(event) => draft.change({ ...sheet, note: event.target.value })} />}
      </Field>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        left={<BackLink view={view} deciding={deciding} />}
        actions={[{
          verdict: "appoint",
          label: t("appoint"),
          why: lacks.map(said),
          wish: () => ({ verdict: "appoint", sheet }),
          confirm: {
            title: t("confirm.title", { n: chosen.length }),
            body: (
              <>
                <p>{t("confirm.body")}</p>
                <ul className="panel-confirm">{chosen.map((expert) => <li key={expert.id}>{expert.name}<span>{expert.employer}</span>{expert.id === sheet.leader && <Tag state="expert" icon={null}>{t("leader")}</Tag>}</li>)}</ul>
              </>
            ),
          },
        }]}
      />
    </div>
  );
}
