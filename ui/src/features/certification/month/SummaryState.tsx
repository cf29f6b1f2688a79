import { Tag } from "@/design";
import { useText } from "@/i18n";
import { summaryStand, summaryTag } from "./month";
import type { Summary } from "./queries";

/** SummaryState says where a monthly summary stands. */
export function SummaryState({ row }: { row: Summary }) {
  const t = useText("month");
  const stand = summaryStand(row);
  return (
    <>
      <Tag state={summaryTag(stand)}>{t(`stand.${stand}`)}</Tag>
      {row.rollUp > 0 && <span className="month-sub">{t("edition", { n: row.rollUp })}</span>}
    </>
  );
}
