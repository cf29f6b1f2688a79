import { Button, Dialog, Icon } from "@/design";
import { useText } from "@/i18n";
import type { Outcome } from "./bulk";
import { taskKey } from "./trail";

/** BulkResult says of each task what became of it, the refusals first. */
export function BulkResult({ title, outcomes, onClose }: { title: string; outcomes: readonly Outcome[]; onClose: () => void }) {
  const t = useText("queue");
  const refused = outcomes.filter((outcome) => outcome.refusal);
  const sorted = [...refused, ...outcomes.filter((outcome) => !outcome.refusal)];
  return (
    <Dialog open wide title={title} onClose={onClose} footer={<Button kind="primary" autoFocus onClick={onClose}>{t("result.close")}</Button>}>
      <p>{t(refused.length > 0 ? "result.some" : "result.all", { done: outcomes.length - refused.length, refused: refused.length })}</p>
      <ul className="queue-outcomes">
        {sorted.map(({ task, refusal }) => (
          <li key={taskKey(task)} data-refused={refusal ? true : undefined}>
            <Icon name={refusal ? "cross" : "check"} />
            <span className="number">{task.caseNo}</span>
            <span>{task.enterpriseName}</span>
            <span className="queue-outcome">{refusal ?? t("result.done")}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
