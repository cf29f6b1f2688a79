import { useEffect } from "react";
import { createPortal } from "react-dom";
import type { Schemas } from "@/api/client";
import { DocumentHead } from "@/design";
import { today, useText } from "@/i18n";
import { holderOf } from "./columns";
import { taskKey } from "./trail";

/** PrintList puts the chosen tasks on paper: only it is printed, and it goes when that is done. */
export function PrintList({ tasks, onDone }: { tasks: readonly Schemas["Task"][]; onDone: () => void }) {
  const t = useText("queue");
  const words = useText("words");
  useEffect(() => {
    document.body.classList.add("queue-printing");
    window.addEventListener("afterprint", onDone, { once: true });
    window.print();
    return () => {
      document.body.classList.remove("queue-printing");
      window.removeEventListener("afterprint", onDone);
    };
  }, [onDone]);
  return createPortal(
    <div className="queue-print">
      <DocumentHead title={t("print.title")} date={today()}>
        <table>
          <thead>
            <tr>{["no", "enterprise", "stage", "due", "holder", "idle"].map((key) => <th key={key} scope="col">{t.of(`csv.${key}`)}</th>)}</tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={taskKey(task)}>
                <td>{task.caseNo}</td>
                <td>{task.enterpriseName}（{task.regionName}）</td>
                <td>{task.stageName}{task.step && ` · ${words.of(`step.${task.step}`, task.step)}`}</td>
                <td>{task.deadline?.date ?? ""}</td>
                <td>{holderOf(task)}</td>
                <td>{task.idleDays}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </DocumentHead>
    </div>,
    document.body,
  );
}
