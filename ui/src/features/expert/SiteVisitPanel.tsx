import { useMemo } from "react";
import { Icon, LinkButton } from "@/design";
import { today, useText } from "@/i18n";
import { useSession } from "@/api/session";
import { useCaseWords } from "@/features/case/words";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { voicesIn } from "@/features/verification/matrix";
import { aboutOf, blankFor, refOf, visitHref } from "@/features/visit/about";
import { emptySheet, gapsOf, wholeSheet } from "@/features/visit/outbox/sheet";
import type { Sheet } from "@/features/visit/outbox/record";
import { membersOf } from "./People";
import { VisitForm } from "./VisitForm";
import "@/features/visit/visit.css";
import "./expert.css";

/** SiteVisitPanel is the record of the site visit at a desk; the same record can be filled on the spot on a phone. */
export function SiteVisitPanel({ view, deciding }: PanelProps) {
  const t = useText("expert");
  const visitText = useText("visit");
  const session = useSession();
  const { task, facts } = view;
  const words = useCaseWords(task.caseNo);
  const voices = useMemo(() => voicesIn(words.statements), [words.statements]);
  const members = membersOf(facts.panel ?? voices.map((voice) => voice.id), voices);
  const blank = useMemo(() => ({ sheet: session ? blankFor(session, facts.panel ?? [], today()) : emptySheet() }), [session, facts.panel]);
  const draft = useSheet<{ sheet: Sheet }>(view, blank);
  const sheet = useMemo(() => wholeSheet(draft.value.sheet), [draft.value.sheet]);
  const least = Math.max(facts.visitMinimum ?? 1, 1);
  const about = useMemo(
    () => aboutOf({ view, snapshots: words.applied ? [{ round: 0, content: words.applied, digest: "", createdAt: "" }] : [], statements: words.statements, conditions: words.reference.conditions }),
    [view, words],
  );
  const why = gapsOf(sheet, least, today(), () => 0).map((gap) => visitText(`gap.${gap.code}`, { n: gap.number ? visitText(`numeral.${gap.number}` as "numeral.1") : "", least }));

  return (
    <div className="expert" data-density="officer">
      {view.mayDecide && (
        <p className="expert-phone">
          <Icon name="image" />
          <span>{t("phone.what")}</span>
          <LinkButton href={visitHref(refOf(task))} icon="right">{t("phone.open")}</LinkButton>
        </p>
      )}
      <DecideProblem view={view} deciding={deciding} mine={mineOf(sheet)} labelOf={(pointer) => labelOf(pointer, about.conditions)} />
      <VisitForm view={view} about={about} sheet={sheet} members={members} least={least} problems={deciding.problem?.fields ?? []} onSheet={(next) => draft.change({ sheet: next })} />
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        left={view.mayDecide && <BackLink view={view} deciding={deciding} />}
        actions={[{
          verdict: "submit",
          label: visitText("check.submit"),
          why,
          wish: () => ({ verdict: "submit", sheet }),
          confirm: { title: visitText("check.ask"), body: <p>{visitText("check.final")}</p> },
        }]}
      />
    </div>
  );
}

function labelOf(pointer: string, conditions: readonly { number: number; name: string }[]): string {
  const [, , list, index] = pointer.split("/");
  return list === "findings" && index ? (conditions.find((c) => c.number === Number(index) + 1)?.name ?? "") : "";
}

/** mineOf gives the words that were typed, for keeping after a lost race. */
function mineOf(sheet: Sheet): string {
  return sheet.findings.map((f) => f.words).filter((text) => text.trim() !== "").join("\n");
}
