import { useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { Button } from "@/design";
import { today, useText } from "@/i18n";
import { taskPath } from "@/features/task/path";
import { each, most, type Outcome } from "./bulk";
import { BulkResult } from "./BulkResult";
import { claimTask } from "./claim";
import { holderOf } from "./columns";
import { csvOf, download } from "./csv";
import { HandOverDialog } from "./HandOverDialog";
import type { Tab } from "./list";
import { PrintList } from "./PrintList";
import { mayOf } from "./RowAction";

type Task = Schemas["Task"];

/** BulkBar does to the ticked tasks what may be done to many at once: take, hand over, export, print. Never decide. */
export function BulkBar({ tasks, tab, put, onDone, onClear }: { tasks: readonly Task[]; tab: Tab; put: (task: Task) => void; onDone: () => void; onClear: () => void }) {
  const t = useText("queue");
  const words = useText("words");
  const [handing, setHanding] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [progress, setProgress] = useState<number>();
  const [result, setResult] = useState<{ title: string; outcomes: Outcome[] }>();
  const tooMany = tasks.length > most ? [t("bulk.most", { most })] : [];
  const free = tasks.filter((task) => mayOf(task, tab) === "claim");
  const roles = new Set(tasks.map((task) => task.role));

  const whyClaim = [...tooMany, ...(free.length === 0 ? [t("bulk.nothingFree")] : [])];
  const whyHand = [
    ...tooMany,
    ...(tab === "done" || tab === "waiting" ? [t("bulk.notHere")] : []),
    ...(roles.size > 1 ? [t("bulk.oneRole")] : []),
    ...(tasks.some((task) => task.assignee?.id) ? [t("bulk.assigned")] : []),
    ...(tasks.some((task) => task.claimedBy?.id && !task.mine) ? [t("bulk.others")] : []),
  ];

  async function run(title: string, chosen: readonly Task[], act: (task: Task) => Promise<Task>) {
    setProgress(0);
    const outcomes = await each(chosen, async (task) => put(await act(task)), setProgress, t("failed"));
    setProgress(undefined);
    setResult({ title, outcomes });
  }
  const handTo = (to: string) => {
    setHanding(false);
    void run(t("bulk.handed"), tasks, (task) =>
      answer(api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/delegation", { params: { path: taskPath(task) }, body: { to, version: task.version } })));
  };
  const save = () => {
    const head = ["due", "no", "enterprise", "city", "kind", "stage", "step", "holder", "idle"].map((key) => t.of(`csv.${key}`));
    const lines = tasks.map((task) => [
      task.deadline?.date ?? "", task.caseNo, task.enterpriseName, task.regionName, words.of(`kind.${task.applicationKind ?? "initial"}`), task.stageName,
      task.step ? words.of(`step.${task.step}`, task.step) : "", holderOf(task), String(task.idleDays),
    ]);
    download(t("csv.name", { day: today() }), csvOf(head, lines));
  };

  return (
    <div className="queue-bar queue-bulk" role="region" aria-label={t("bulk.label")}>
      <p className="queue-chosen" role="status">{progress === undefined ? t("bulk.chosen", { n: tasks.length }) : t("bulk.progress", { n: progress })}</p>
      {tab === "claimable" && <Button icon="inbox" busy={progress !== undefined} why={whyClaim} onClick={() => void run(t("bulk.claimed"), free, claimTask)}>{t("claim")}</Button>}
      <Button icon="swap" busy={progress !== undefined} why={whyHand} onClick={() => setHanding(true)}>{t("bulk.hand")}</Button>
      <Button icon="download" why={tooMany} onClick={save}>{t("bulk.export")}</Button>
      <Button icon="printer" why={tooMany} onClick={() => setPrinting(true)}>{t("bulk.print")}</Button>
      <Button kind="quiet" onClick={onClear}>{t("bulk.clear")}</Button>
      {handing && <HandOverDialog count={tasks.length} role={tasks[0]?.role as Schemas["Role"]} onHand={handTo} onClose={() => setHanding(false)} />}
      {printing && <PrintList tasks={tasks} onDone={() => setPrinting(false)} />}
      {result && (
        <BulkResult
          title={result.title}
          outcomes={result.outcomes}
          onClose={() => {
            setResult(undefined);
            onClear();
            onDone();
          }}
        />
      )}
    </div>
  );
}
