import type { Schemas } from "@/api/client";
import { momentOf, useText } from "@/i18n";

/** SampleNote tells how the random sample was drawn, so that anybody can draw it again. */
export function SampleNote({ batch, count, complete }: { batch: Schemas["Batch"]; count: number; complete: boolean }) {
  const t = useText("audit");
  const { sample } = batch;
  if (!sample) return null;
  return (
    <details className="audit-sample">
      <summary>{complete ? t("sample.drawn", { when: momentOf(sample.drawnAt), n: count }) : t("sample.drawing", { when: momentOf(sample.drawnAt) })}</summary>
      <p>{t("sample.rule", { share: sample.share, minimum: sample.minimum })}</p>
      <p>{t("sample.seed")}<code className="audit-seed">{sample.seed}</code></p>
    </details>
  );
}
