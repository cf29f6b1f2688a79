import { useText } from "@/i18n";

/** MonthName words a month, as 202611. */
export function MonthName({ month }: { month: string }) {
  const t = useText("month");
  return <>{t("name", { year: month.slice(0, 4), month: Number(month.slice(4)) })}</>;
}
