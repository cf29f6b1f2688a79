import { getRouteApi } from "@tanstack/react-router";
import { has, useSession } from "@/api/session";
import { NativeSelect, NoPermission } from "@/design";
import { today, useText } from "@/i18n";
import { CityMonth } from "./CityMonth";
import { isMonth, recentMonths, reportedMonth } from "./month";
import { OwnMonths } from "./OwnMonths";
import { ProvinceMonth } from "./ProvinceMonth";
import "./month.css";

const route = getRouteApi("/desks/app/months");
const shown = 24;

/** MonthsPage is the monthly summary (月度汇总, 附件7): an enterprise's own months, a city's month, or the province's. */
export function MonthsPage() {
  const t = useText("month");
  const session = useSession();
  const month = useMonth();
  const kind = has(session, "clerk") ? "own" : session?.body?.kind === "authority" ? "city" : session?.body?.kind === "centre" || session?.body?.kind === "department" ? "province" : undefined;
  return (
    <div className="month">
      <title>{t("title")}</title>
      <header className="month-head">
        <div>
          <h1>{t(`heading.${kind ?? "own"}`)}</h1>
          <p className="month-lead">{t(`lead.${kind ?? "own"}`)}</p>
        </div>
        {(kind === "city" || kind === "province") && <WhichMonth month={month} />}
      </header>
      {kind === "own" && <OwnMonths />}
      {kind === "city" && <CityMonth key={month} month={month} />}
      {kind === "province" && <ProvinceMonth month={month} />}
      {kind === undefined && <NoPermission who={t("who")} />}
    </div>
  );
}

/** useMonth is the month of the address; without one, the month that is due. */
function useMonth(): string {
  const { month } = route.useSearch();
  return isMonth(month) ? month : reportedMonth(today());
}

function WhichMonth({ month }: { month: string }) {
  const t = useText("month");
  const navigate = route.useNavigate();
  const months = recentMonths(today().slice(0, 7).replace("-", ""), shown);
  const options = months.includes(month) ? months : [month, ...months];
  return (
    <NativeSelect aria-label={t("which")} className="month-which" value={month} options={options.map((value) => ({ value, label: t("name", { year: value.slice(0, 4), month: Number(value.slice(4)) }) }))} onChange={(event) => void navigate({ search: { month: event.target.value }, replace: true })} />
  );
}
