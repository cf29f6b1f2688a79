import { has, useSession } from "@/api/session";
import { useText } from "@/i18n";
import { ImportResults } from "./ImportResults";
import { OpenTask } from "../OpenTask";
import type { Batch } from "./queries";
import { RowsTable } from "./RowsTable";

/** RowsStep is the list of candidates with their results (名单与成绩): taken from a workbook, looked through, mended. */
export function RowsStep({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const clerk = has(useSession(), "clerk");
  return (
    <>
      {clerk && batch.state === "draft" && <ImportResults batch={batch} />}
      {clerk && batch.state === "correction" && (
        <div className="batch-next">
          <p>{t("returned.lead", { n: batch.returned })}</p>
          <OpenTask kind="primary" caseNo={batch.batchNo} stage="correction">{t("next.correction")}</OpenTask>
        </div>
      )}
      {batch.rows > 0 && <RowsTable batch={batch} />}
    </>
  );
}
