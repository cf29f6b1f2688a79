import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { Empty, Loading, useViewerSoon } from "@/design";
import { useText } from "@/i18n";
import { useDecide } from "./decide";
import { DecisionDone } from "./DecisionDone";
import { panelOf } from "./panels";
import { taskQuery } from "./queries";
import { TaskHead } from "./TaskHead";
import { TaskClosed } from "./TaskClosed";
import "./task.css";

const route = getRouteApi("/desks/app/cases/$caseNo/tasks/$stage/$round/$slot");

/** TaskPage is where one task is decided: its head, the panel of its stage, and afterwards the result and the next case. */
export function TaskPage() {
  const { caseNo, stage, round, slot } = route.useParams();
  return <OneTask key={`${caseNo}/${stage}/${round}/${slot}`} caseNo={caseNo} stage={stage} round={Number(round)} slot={slot} />;
}

function OneTask(task: { caseNo: string; stage: string; round: number; slot: string }) {
  const words = useText("shell");
  const { data: view } = useSuspenseQuery(taskQuery(task));
  useViewerSoon();
  const deciding = useDecide(view.task);
  const Panel = panelOf(view.task);
  const settled = deciding.settled !== undefined;
  useEffect(() => {
    if (settled) document.getElementById("main")?.focus();
  }, [settled]);

  return (
    <div className="task">
      <title>{words("task.title", { stage: view.task.stageName, name: view.task.enterpriseName })}</title>
      <TaskHead view={view} settled={settled || deciding.problem?.lostRace === true} />
      {settled ? (
        <DecisionDone view={view} settled={deciding.settled} />
      ) : view.task.state === "done" || view.task.state === "void" ? (
        <TaskClosed view={view} />
      ) : Panel ? (
        <Suspense fallback={<Loading />}>
          <Panel view={view} deciding={deciding} />
        </Suspense>
      ) : (
        <Empty title={words("task.unknown")} />
      )}
    </div>
  );
}
