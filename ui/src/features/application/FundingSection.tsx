import { useText } from "@/i18n";
import { Count, Part, Prose, Tick } from "./fields";
import { Files } from "./Files";
import type { SectionProps } from "./section";

/** FundingSection shows that the work is paid for and not done for gain (notice 一(四)). */
export function FundingSection({ content: funding, change, documents, caseNo }: SectionProps<"funding">) {
  const t = useText("application");
  const set = (part: Partial<typeof funding>) => change((before) => ({ ...before, ...part }));
  return (
    <>
      <Part title={t("funding.money")}>
        <Prose at="/funding/source" value={funding.source} set={(source) => set({ source })} rows={3} />
        <Count at="/funding/annual" value={funding.annual} set={(annual) => set({ annual })} unit={inWords(funding.annual, t("yuan"), t("tenThousandYuan"))} />
        <Files at="/funding/documents" ids={funding.documents} set={(ids) => set({ documents: ids })} documents={documents} purpose="proof" caseNo={caseNo} multiple optional />
      </Part>
      <Part title={t("funding.gain")}>
        <Tick at="/funding/nonProfit" checked={funding.nonProfit} set={(nonProfit) => set({ nonProfit })} />
        <Prose at="/funding/charges" value={funding.charges} set={(charges) => set({ charges })} rows={3} optional />
      </Part>
    </>
  );
}

/** inWords says the sum in ten thousands beside the unit, so that a zero too many is seen. */
export function inWords(yuan: number, unit: string, tenThousand: string): string {
  if (yuan < 10_000) return unit;
  return `${unit}（${new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 4 }).format(yuan / 10_000)} ${tenThousand}）`;
}
