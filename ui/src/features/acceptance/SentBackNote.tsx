import { momentOf, useText } from "@/i18n";
import type { SentBack } from "./rounds";

/** SentBackNote says who did not agree to the notice and why; the review below is as it was written, to be mended. */
export function SentBackNote({ back }: { back: SentBack }) {
  const t = useText("acceptance");
  return (
    <section className="acc-other" role="note">
      <p><strong>{t("sentBack", { who: back.who, when: momentOf(back.at) })}</strong> {back.words}</p>
      <p className="acc-quiet">{t("sentBack.kept")}</p>
    </section>
  );
}
