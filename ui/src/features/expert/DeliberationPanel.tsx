import { useMemo } from "react";
import { useText } from "@/i18n";
import { useCaseWords } from "@/features/case/words";
import { BackLink } from "@/features/task/BackDialog";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { OnBehalf, behalfGaps, behalfOf } from "@/features/task/OnBehalf";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { ExpertsMatrix } from "@/features/verification/ExpertsMatrix";
import { voicesIn } from "@/features/verification/matrix";
import { emptyMeeting, gapsIn, type DeliberationDraft, type Sheet } from "./deliberation";
import { MeetingForm } from "./MeetingForm";
import { membersOf } from "./People";
import { Reviews } from "./Reviews";
import { useSigned } from "./useSigned";
import "@/features/verification/verification.css";
import "./expert.css";

/** DeliberationPanel is the record of the experts' meeting (专家论证), drawn up by the leader, beside what each expert found. */
export function DeliberationPanel({ view, deciding }: PanelProps) {
  const t = useText("expert");
  const { task } = view;
  const words = useCaseWords(task.caseNo);
  const voices = useMemo(() => voicesIn(words.statements), [words.statements]);
  const panel = view.facts.panel;
  const members = membersOf(panel ?? voices.map((voice) => voice.id), voices);
  const empty = useMemo(() => emptyMeeting(panel ?? []), [panel]);
  const draft = useSheet<DeliberationDraft>(view, empty);
  const { sheet, sheetDocument } = draft.value;
  const { signed, onSigned } = useSigned(sheetDocument, (next) => draft.change((now) => ({ ...now, sheetDocument: next })));
  const why = gapsIn(sheet, members.map((member) => member.id)).map((gap) => t(gap, { n: sheet.present.length }));

  return (
    <div className="expert" data-density="officer">
      <OnBehalf view={view} signed={signed} onSigned={onSigned} />
      <DecideProblem view={view} deciding={deciding} mine={mineOf(sheet)} labelOf={(pointer) => t.of(`label.${pointer.split("/")[2] ?? ""}`, "")} />
      <div className="expert-two">
        <section className="expert-beside" aria-labelledby="reviews">
          <h2 id="reviews">{t("reviews.title")}</h2>
          <ExpertsMatrix voices={voices} materials={words.reference.materials} occupations={words.occupations} />
          <Reviews voices={voices} words={words} />
        </section>
        <MeetingForm view={view} sheet={sheet} members={members} problems={deciding.problem?.fields ?? []} onSheet={(next) => draft.change((now) => ({ ...now, sheet: next }))} />
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        left={view.mayDecide && <BackLink view={view} deciding={deciding} />}
        actions={[{
          verdict: "conclude",
          label: t("meeting.go"),
          why: [...why, ...behalfGaps(view, signed, t("gap.signed"))],
          wish: () => ({ verdict: "conclude", sheet, ...behalfOf(view, signed) }),
          confirm: { title: t("meeting.ask"), body: <p>{t("meeting.what", { for: sheet.vote.for, against: sheet.vote.against, abstain: sheet.vote.abstain })}</p> },
        }]}
      />
    </div>
  );
}

/** mineOf gives the words that were typed, for keeping after a lost race. */
function mineOf(sheet: Sheet): string {
  return [sheet.place, sheet.minutes, ...sheet.lookAt].filter((text) => text.trim() !== "").join("\n");
}
