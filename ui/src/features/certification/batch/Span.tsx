import { dayOf, useText } from "@/i18n";

/** Span words the days of an evaluation; one day is one day. */
export function Span({ from, to }: { from: string | undefined; to: string | undefined }) {
  const t = useText("batch");
  if (!from || !to) return <>{t("span.none")}</>;
  return <>{from === to ? dayOf(from) : t("span", { from: dayOf(from), to: dayOf(to) })}</>;
}
