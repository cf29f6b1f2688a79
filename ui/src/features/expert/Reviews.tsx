import { useText } from "@/i18n";
import { reviewBlocks } from "@/features/case/said/experts";
import { Said } from "@/features/case/said/Said";
import type { CaseWords } from "@/features/case/words";
import type { Voice } from "@/features/verification/matrix";

/** Reviews are all experts' reviews in full, each behind its name. */
export function Reviews({ voices, words }: { voices: readonly Voice[]; words: CaseWords }) {
  const t = useText("expert");
  return voices.map(({ id, name, leader, entered, review }, i) => (
    <details key={id} className="expert-whole">
      <summary>
        {t("reviews.of", { name: name || t("people.nameless", { n: i + 1 }) })}
        {leader && t("people.leader")}
        {entered && <span className="expert-entered">{t("reviews.entered")}</span>}
      </summary>
      {review ? <Said blocks={reviewBlocks(words, review)} /> : <p className="expert-none">{t("reviews.none")}</p>}
    </details>
  ));
}
