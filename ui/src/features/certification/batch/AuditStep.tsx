import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { has, useSession } from "@/api/session";
import { DeadlineText } from "@/design";
import { useText } from "@/i18n";
import { PaperLinks } from "@/features/task/PaperLinks";
import { caseQuery } from "@/features/task/queries";
import { OpenTask } from "../OpenTask";
import type { Batch } from "./queries";
import { WithdrawBatch } from "./WithdrawBatch";

/** AuditStep says with whom the results are and until when, or what the audit said. */
export function AuditStep({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const clerk = has(useSession(), "clerk");
  const { data: now } = useSuspenseQuery(caseQuery(batch.batchNo));
  const under = batch.state === "audit" || batch.state === "correction";
  const counts = [
    { key: "pass", n: batch.passed },
    { key: "return", n: batch.returned },
    { key: "fail", n: batch.failed },
  ] as const;
  return (
    <div className="batch-sheet">
      <h2>{t(`audit.${batch.state === "audit" || batch.state === "correction" || batch.state === "nonePassed" ? batch.state : "passed"}`)}</h2>
      {batch.state === "audit" ? (
        <p className="batch-hint">{t("audit.wait")}</p>
      ) : (
        <ul className="batch-counts">
          {counts.filter((one) => one.n > 0).map((one) => <li key={one.key}>{t(`audit.count.${one.key}`, { n: one.n })}</li>)}
        </ul>
      )}
      {under && (
        <dl className="batch-list">
          {now.next.map((actor, i) => (
            <div key={i}><dt>{t("audit.who")}</dt><dd>{t("audit.actor", { name: actor.name, role: actor.role })} {actor.deadline && <DeadlineText deadline={actor.deadline} />}</dd></div>
          ))}
        </dl>
      )}
      <PaperLinks caseNo={batch.batchNo} stage="audit" />
      {batch.state === "nonePassed" && <p className="batch-hint">{t("audit.nonePassedHint")}</p>}
      <div className="batch-acts">
        {clerk && batch.state === "correction" && <OpenTask kind="primary" caseNo={batch.batchNo} stage="correction">{t("next.correction")}</OpenTask>}
        {batch.state !== "audit" && <Link to="/app/batches/$batchNo" params={{ batchNo: batch.batchNo }} search={{ step: "rows", which: "attention" }}>{t("audit.rows")}</Link>}
        <Link to="/app/cases/$caseNo" params={{ caseNo: batch.batchNo }}>{t("audit.case")}</Link>
        {clerk && under && <WithdrawBatch batch={batch} />}
      </div>
    </div>
  );
}
