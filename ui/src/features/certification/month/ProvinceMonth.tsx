import { useSuspenseQuery } from "@tanstack/react-query";
import { useText } from "@/i18n";
import { regionsQuery } from "@/features/case/queries";
import { Editions } from "./Editions";
import { rollUpsQuery } from "./queries";

/** ProvinceMonth is what the cities have handed to the exam centre for a month, and which have not. */
export function ProvinceMonth({ month }: { month: string }) {
  const t = useText("month");
  const { data: list } = useSuspenseQuery(rollUpsQuery(month));
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const cityOf = (code: string) => regions.items.find((one) => one.code === code)?.name ?? code;
  const silent = regions.items.filter((one) => !list.items.some((edition) => edition.region === one.code));
  return (
    <div className="month-sheet" data-density="officer">
      <h2>{t("editions")}</h2>
      <Editions items={list.items} cityOf={cityOf} />
      {silent.length > 0 && <p className="month-hint">{t("province.silent", { n: silent.length, cities: silent.map((one) => one.name).join(t("comma")) })}</p>}
      <p className="month-hint">{t("download.recorded")}</p>
    </div>
  );
}
