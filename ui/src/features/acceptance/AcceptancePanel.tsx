import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Tabs, useHotkeys, useNarrow } from "@/design";
import { useText } from "@/i18n";
import { around, taskKey } from "@/features/queue/trail";
import { DecideProblem } from "@/features/task/DecideProblem";
import type { PanelProps } from "@/features/task/panel";
import { useSheet } from "@/features/task/sheet";
import { AcceptanceBar } from "./AcceptanceBar";
import { gatesOf, outcomeOf, type Past } from "./gates";
import { MatterList } from "./MatterList";
import { materialNumbers, materialOf, matterName, type Matter } from "./matter";
import { NoticeDialog } from "./NoticeDialog";
import { pass } from "./online";
import { OtherSheet } from "./OtherSheet";
import { ReadingPane } from "./ReadingPane";
import { RefusalDialog } from "./RefusalDialog";
import { useReview, type Review } from "./review";
import { isOld, toldBefore } from "./rounds";
import { SentBackNote } from "./SentBackNote";
import { allDefects, judge, nextUnreviewed, type Finding, type Sheet } from "./sheet";
import { VerdictPane } from "./VerdictPane";
import "./acceptance.css";

type Pane = "list" | "read" | "judge";

/** AcceptancePanel is the workbench of 受理审查: materials, the document in view, the verdict on it, and one decision that follows. */
export function AcceptancePanel(props: PanelProps) {
  const t = useText("acceptance");
  const review = useReview(props.view);
  if (!review) return <Empty title={t("nothing")} />;
  return <Workbench {...props} review={review} />;
}

function Workbench({ view, deciding, review }: PanelProps & { review: Review }) {
  const t = useText("acceptance");
  const navigate = useNavigate();
  const narrow = useNarrow();
  const draft = useSheet<Sheet>(view, review.start);
  const sheet = draft.value;
  const { rules, reference, before, changed } = review;
  const [at, setAt] = useState<Matter>(() => nextUnreviewed(sheet, 7) ?? 1);
  const [pane, setPane] = useState<Pane>("list");
  const [asking, setAsking] = useState<"return" | "refuse">();
  const trail = around(taskKey(view.task));
  const readOnly = !view.mayDecide;

  const outcome = outcomeOf(sheet);
  const past: Past = {
    told: (defect) => toldBefore(before, defect),
    late: (defect) => isOld(before, changed, defect) && !toldBefore(before, defect),
  };
  const gates = gatesOf(sheet, outcome, rules, past);
  const go = (matter: Matter, where: Pane = "read") => {
    setAt(matter);
    setPane(where);
  };
  const give = (matter: Matter, finding: Finding) => {
    const next = finding === "pass" ? pass(sheet, matter, review.now, { subject: t("online.subject"), source: t("online.source") }, rules) : judge(sheet, matter, finding, rules);
    draft.change(next);
    if (finding !== "pass") {
      setPane("judge");
      focusOn(".acc-reasons input");
      return;
    }
    const following = typeof matter === "number" ? nextUnreviewed(next, matter) : materialOf(matter);
    if (following === undefined) return;
    go(following);
    focusOn(".acc-verdict-head > h2");
  };

  useHotkeys({
    ...Object.fromEntries(materialNumbers.map((number) => [String(number), { run: () => go(number), label: number === 1 ? t("key.material") : "" }])),
    ...(readOnly ? {} : {
      p: { run: () => give(at, "pass"), label: t("key.pass") },
      b: { run: () => give(at, "supplement"), label: t("key.supplement") },
      f: { run: () => give(at, "refuse"), label: t("key.refuse") },
    }),
    n: { run: () => trail.next && void navigate({ href: trail.next }), label: t("key.next") },
    N: { run: () => trail.previous && void navigate({ href: trail.previous }), label: t("key.previous") },
    Escape: { run: () => (document.activeElement as HTMLElement | null)?.blur(), label: t("key.leave") },
  });

  const name = matterName(reference, at);
  return (
    <div className="acc" data-pane={narrow ? pane : undefined} data-density="officer">
      <DecideProblem view={view} deciding={deciding} mine={wordsOf(sheet, review)} labelOf={(pointer) => labelOf(pointer, sheet, review)} />
      <OtherSheet view={view} draft={draft} />
      {review.returned && <SentBackNote back={review.returned} />}
      {narrow && (
        <Tabs<Pane>
          label={t("pane.label")}
          items={(["list", "read", "judge"] as const).map((key) => ({ key, label: t(`pane.${key}`) }))}
          current={pane}
          onPick={setPane}
        />
      )}
      <div className="acc-columns">
        <MatterList sheet={sheet} review={review} at={at} onPick={go} />
        <section className="acc-read" aria-label={t("read.label", { name })}>
          {narrow && <h2 className="acc-at">{typeof at === "number" ? t("material.heading", { number: at, name }) : name}</h2>}
          <ReadingPane key={String(at)} matter={at} review={review} name={name} caseNo={view.task.caseNo} />
        </section>
        <section className="acc-judge" aria-label={t("judge.label", { name })}>
          <VerdictPane key={String(at)} matter={at} sheet={sheet} review={review} notices={view.facts.notices ?? []} readOnly={readOnly} onSheet={draft.change} onGive={(finding) => give(at, finding)} onPick={(matter) => go(matter, "judge")} />
        </section>
      </div>
      <AcceptanceBar view={view} deciding={deciding} draft={draft} review={review} outcome={outcome} gates={gates} trail={trail} onGo={(matter) => go(matter, "judge")} onAsk={setAsking} />
      {asking === "return" && <NoticeDialog view={view} deciding={deciding} draft={draft} review={review} past={past} gates={gates} onClose={() => setAsking(undefined)} />}
      {asking === "refuse" && <RefusalDialog view={view} deciding={deciding} draft={draft} review={review} gates={gates} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** focusOn leads the keyboard and the screen reader to where the work goes on, once it is there. */
function focusOn(selector: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true }));
}

/** wordsOf is everything that the officer wrote, for copying after a lost race. */
function wordsOf(sheet: Sheet, review: Review): string {
  const reasonOf = (code: string) => review.reference.reasons.find((reason) => reason.code === code)?.text ?? code;
  const defects = allDefects(sheet).map((defect) => [matterName(review.reference, defect.matter), reasonOf(defect.reason), defect.words].filter(Boolean).join(" — "));
  return [...defects, sheet.again, sheet.note].filter((line) => line.trim()).join("\n");
}

/** labelOf names the place of a wrong field of the sheet. */
function labelOf(pointer: string, sheet: Sheet, { reference }: Review): string {
  const [, , list, index] = pointer.split("/");
  const matter = list === "materials" ? sheet.materials[Number(index)]?.number : list === "items" ? sheet.items[Number(index)]?.section : undefined;
  return matter === undefined ? "" : matterName(reference, matter);
}
