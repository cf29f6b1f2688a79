import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Schemas } from "@/api/client";
import { Empty, Tabs, useHotkeys, useNarrow } from "@/design";
import { useText } from "@/i18n";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { OnBehalf, behalfGaps, behalfOf } from "@/features/task/OnBehalf";
import type { PanelProps } from "@/features/task/panel";
import { snapshotsQuery, statementsQuery } from "@/features/task/queries";
import { sheetOf } from "@/features/case/granted";
import { useSheet } from "@/features/task/sheet";
import { Declaration } from "./Declaration";
import { ItemForm } from "./ItemForm";
import { ItemList, useItemName } from "./ItemList";
import { Reading } from "./Reading";
import { emptyDraft, fitted, itemsOf, keyOf, lacksOf, materialNumbers, nextOpen, progressOf, type Item, type ReviewDraft, type Sheet } from "./review";
import { useSigned } from "./useSigned";
import "./expert.css";

type Pane = "list" | "read" | "judge";

/** ExpertReviewPanel is one expert's document review and technical assessment (文件审核、技术评估); first the declaration. */
export function ExpertReviewPanel({ view, deciding }: PanelProps) {
  const t = useText("expert");
  const { task, facts } = view;
  const { data: snapshots } = useSuspenseQuery(snapshotsQuery(task.caseNo));
  const rows = facts.occupations;
  const empty = useMemo(() => emptyDraft(rows ?? []), [rows]);
  const draft = useSheet<ReviewDraft>(view, empty);
  const value = useMemo(() => fitted(draft.value, rows ?? []), [draft.value, rows]);
  const put = (part: Partial<ReviewDraft>) => draft.change((now) => ({ ...fitted(now, rows ?? []), ...part }));
  const { signed, onSigned } = useSigned(value.sheetDocument, (sheetDocument) => put({ sheetDocument }));
  const { data: statements } = useSuspenseQuery(statementsQuery(task.caseNo));
  const accepted = sheetOf<"acceptance">(statements.items.filter((said) => said.stage === "acceptance" && said.verdict === "accept").at(-1));
  const taken = snapshots.items.at(-1);

  if (!taken) return <Empty title={t("nothing")} />;
  if (!view.mayDecide) return <Empty title={t("barred")}>{view.whyNot.map((why) => <p key={why.code}>{why.message}</p>)}</Empty>;
  return (
    <div className="expert" data-density={value.begun ? "officer" : undefined}>
      <OnBehalf view={view} signed={signed} onSigned={onSigned} />
      {value.begun ? (
        <Review view={view} deciding={deciding} draft={draft} value={value} put={put} content={taken.content} checks={accepted?.onlineChecks ?? []} behalf={{ gaps: behalfGaps(view, signed, t("gap.signed")), part: behalfOf(view, signed) }} />
      ) : (
        <Declaration view={view} value={value} put={put} />
      )}
    </div>
  );
}

type ReviewProps = PanelProps & {
  draft: ReturnType<typeof useSheet<ReviewDraft>>;
  value: ReviewDraft;
  put: (part: Partial<ReviewDraft>) => void;
  content: Schemas["FrozenContent"];
  checks: Schemas["OnlineCheck"][];
  behalf: { gaps: string[]; part: ReturnType<typeof behalfOf> };
};

function Review({ view, deciding, draft, value, put, content, checks, behalf }: ReviewProps) {
  const t = useText("expert");
  const narrow = useNarrow();
  const nameOf = useItemName(value.sheet, view.facts.occupations ?? []);
  const { sheet } = value;
  const shortName = (item: Item) => (item.kind === "material" ? t("material.short", { n: item.number }) : nameOf(item));
  const [at, setAt] = useState<Item>(() => nextOpen(sheet, { kind: "overall" }) ?? { kind: "overall" });
  const [pane, setPane] = useState<Pane>("judge");
  const progress = progressOf(sheet);
  const change = (next: Sheet) => put({ sheet: next });
  const go = (item: Item, where: Pane = "judge") => {
    setAt(item);
    setPane(where);
  };
  const next = nextOpen(sheet, at);
  useHotkeys({
    ...Object.fromEntries(materialNumbers.map((number) => [String(number), { run: () => go({ kind: "material", number }), label: number === 1 ? t("key.material") : "" }])),
    n: { run: () => next && go(next), label: t("key.next") },
  });
  const why = itemsOf(sheet).flatMap((item) => lacksOf(sheet, item).map((lack) => t("lacks.of", { name: nameOf(item), lack: t(`lacks.${lack}`) })));

  return (
    <>
      <DecideProblem view={view} deciding={deciding} mine={mineOf(sheet)} labelOf={(pointer) => labelOf(pointer, sheet, nameOf)} />
      <p className="expert-declared">
        {t("declared")} <button type="button" className="jx-link" onClick={() => put({ begun: false })}>{t("declared.look")}</button>
        <span className="expert-progress">{t("progress", progress)}</span>
      </p>
      {narrow && (
        <Tabs<Pane> label={t("pane.label")} items={(["list", "read", "judge"] as const).map((key) => ({ key, label: t(`pane.${key}`) }))} current={pane} onPick={setPane} />
      )}
      <div className="expert-columns" data-pane={narrow ? pane : undefined}>
        <ItemList sheet={sheet} at={at} nameOf={nameOf} onPick={(item) => go(item, narrow ? "read" : "judge")} />
        <section className="expert-read" aria-label={t("read.label", { name: nameOf(at) })}>
          <Reading key={keyOf(at)} item={at} sheet={sheet} content={content} checks={checks} caseNo={view.task.caseNo} nameOf={nameOf} onPick={(item) => go(item)} />
        </section>
        <section className="expert-judge" aria-label={t("judge.label", { name: nameOf(at) })}>
          <ItemForm key={keyOf(at)} item={at} sheet={sheet} name={nameOf(at)} problems={deciding.problem?.fields ?? []} next={next} nextName={next && shortName(next)} onSheet={change} onNext={() => next && go(next, narrow ? "read" : "judge")} />
        </section>
      </div>
      <DecideBar
        view={view}
        draft={draft}
        deciding={deciding}
        actions={[{
          verdict: "submit",
          label: t(view.task.onBehalf ? "submit.behalf" : "submit"),
          why: [...why, ...behalf.gaps],
          wish: () => ({ verdict: "submit", sheet, ...behalf.part }),
          confirm: { title: t("submit.ask"), body: <p>{view.task.onBehalf ? t("submit.behalfWhat", { name: view.task.assignee?.name ?? "" }) : t("submit.what")}</p> },
        }]}
      />
    </>
  );
}

/** labelOf says which part of the review a pointer means. */
function labelOf(pointer: string, sheet: Sheet, nameOf: (item: Item) => string): string {
  const [, , list, index] = pointer.split("/");
  const i = Number(index);
  if (list === "materials" && index) return nameOf({ kind: "material", number: sheet.materials[i]?.number ?? i + 1 });
  if (list === "occupations" && index) return nameOf({ kind: "occupation", index: i });
  return "";
}

/** mineOf gives the words that were typed, for keeping after a lost race. */
function mineOf(sheet: Sheet): string {
  return [...sheet.materials.map((m) => m.words), ...sheet.occupations.map((o) => o.opinion), sheet.reasons].filter((text) => text.trim() !== "").join("\n");
}
