import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { DocumentHead } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import { policyQuery } from "@/features/case/queries";
import { grantRows } from "@/features/case/said/words";
import type { CaseWords } from "@/features/case/words";
import { caseQuery } from "@/features/task/queries";
import { validThrough } from "./validity";

/** useYears gives the years of a validity under the policy of a case. */
export function useYears(caseNo: string): number {
  const { data: now } = useSuspenseQuery(caseQuery(caseNo));
  const { data: policy } = useSuspenseQuery(policyQuery(now.policy));
  return Number(policy.parameters.find((p) => p.key === "validity.years")?.value ?? 3);
}

/** ReceiptPreview is the receipt as it will read. Its number is given with the signature, and the PDF follows the decision. */
export function ReceiptPreview({ words, caseNo, granted, validFrom }: { words: CaseWords; caseNo: string; granted: readonly Schemas["Grant"][]; validFrom: string | undefined }) {
  const t = useText("receipt");
  const years = useYears(caseNo);
  const from = validFrom || today();
  const unit = words.applied?.application.unit;
  return (
    <DocumentHead title={t("preview.title")} issuer={t("preview.issuer")} tone="seal" level={2}>
      <p className="receipt-number">{t("preview.number")}</p>
      <p className="receipt-to">{t("preview.to", { name: unit?.name ?? "" })}</p>
      <p>{t("preview.text", { code: unit?.creditCode ?? "" })}</p>
      <ul className="receipt-granted">
        {grantRows(words, granted, true).map(([name, code, levels]) => <li key={code}>{name}<span>{code}</span><span>{levels}</span></li>)}
      </ul>
      <dl className="receipt-validity">
        <div><dt>{t("preview.validity")}</dt><dd>{t("preview.span", { from: dayOf(from), through: dayOf(validThrough(from, years)) })}</dd></div>
        <div><dt>{t("preview.copies")}</dt><dd>{t("preview.copiesTo")}</dd></div>
      </dl>
      <p className="receipt-note">{validFrom ? t("preview.note") : t("preview.noteToday")}</p>
    </DocumentHead>
  );
}
