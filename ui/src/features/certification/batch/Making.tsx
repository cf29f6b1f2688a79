import { useText } from "@/i18n";
import { isMaking, type Batch } from "./queries";

/** Making says how far the PDFs of issued certificates have come. They are valid from their issue, whatever becomes of the files. */
export function Making({ batch }: { batch: Batch }) {
  const t = useText("batch");
  if (!isMaking(batch)) return null;
  return (
    <div className="batch-making">
      <p role="status">{t("making", { made: batch.made, issued: batch.issued })}</p>
      <progress className="batch-bar" max={batch.issued} value={batch.made} aria-label={t("making.bar")} />
      <p className="batch-hint">{t("making.hint")}</p>
    </div>
  );
}
