import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Empty, Pager, QueueTable, Tag, type Column, type TagState } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import { daysOf, monthBy, monthIn, whenOf, type When } from "./month";
import "./calendar.css";

const route = getRouteApi("/desks/app/calendar");
const pageSize = 100;
const tags: Record<When, TagState> = { past: "neutral", today: "working", coming: "claimable" };

type Batch = Schemas["Batch"];

/** CalendarPage lists the examinations of the city by month (考核日历), planned ones too, so that the authority can come and see. */
export function CalendarPage() {
  const t = useText("calendar");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = today();
  const month = monthIn(search.month, now);
  const days = daysOf(month);
  const list = useInfiniteQuery({
    queryKey: ["cases", "calendar", month],
    queryFn: ({ pageParam }) => answer(api.GET("/api/batches/calendar", { params: { query: { ...days, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (to: string) => void navigate({ search: to === now.slice(0, 7) ? {} : { month: to }, resetScroll: false });
  return (
    <div className="calendar" data-density="officer">
      <title>{t("title")}</title>
      <header className="calendar-head">
        <h1>{t("heading")}</h1>
        <div className="calendar-month" role="group" aria-label={t("month.choose")}>
          <Button small icon="left" iconOnly onClick={() => go(monthBy(month, -1))}>{t("month.before")}</Button>
          <h2 aria-live="polite">{t("month", { year: month.slice(0, 4), month: Number(month.slice(5)) })}</h2>
          <Button small icon="right" iconOnly onClick={() => go(monthBy(month, 1))}>{t("month.after")}</Button>
          {month !== now.slice(0, 7) && <Button small kind="quiet" onClick={() => go(now.slice(0, 7))}>{t("month.now")}</Button>}
        </div>
        <p className="calendar-count" role="status">{list.isSuccess ? t(list.hasNextPage ? "count.first" : "count", { n: rows.length }) : ""}</p>
      </header>
      <QueueTable
        caption={t("heading")}
        captionHidden
        columns={useColumns(now)}
        rows={rows}
        rowKey={(row) => row.batchNo}
        rowLabel={(row) => row.enterpriseName}
        loading={list.isFetching && !list.isFetchingNextPage}
        {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
        empty={<Empty title={t("none")} action={<Button onClick={() => go(monthBy(month, 1))}>{t("month.after")}</Button>} />}
      />
      <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}

function useColumns(now: string): Column<Batch>[] {
  const t = useText("calendar");
  const span = ({ plan }: Batch) => (!plan.from ? "" : !plan.to || plan.from === plan.to ? dayOf(plan.from) : t("span", { from: dayOf(plan.from), to: dayOf(plan.to) }));
  return [
    { key: "when", title: t("column.when"), width: "14rem", cell: (row) => <span className="calendar-when">{span(row)}<Tag state={tags[whenOf(row.plan, now)]}>{t(`when.${whenOf(row.plan, now)}`)}</Tag></span> },
    { key: "body", title: t("column.body"), main: true, cell: (row) => (row.state === "draft" ? row.enterpriseName : <a href={`/app/batches/${encodeURIComponent(row.batchNo)}`}>{row.enterpriseName}</a>) },
    { key: "occupation", title: t("column.occupation"), width: "14rem", cell: (row) => t("at", { occupation: row.workType && row.workType !== "--" ? row.workType : row.occupationName, level: row.levelName }) },
    { key: "way", title: t("column.way"), width: "6rem", cell: (row) => row.wayName },
    { key: "place", title: t("column.place"), width: "12rem", cell: (row) => row.plan.place },
    { key: "lead", title: t("column.lead"), width: "6rem", hideOnCard: true, cell: (row) => row.plan.assessors.find((one) => one.lead)?.name ?? "" },
    { key: "state", title: t("column.state"), width: "9rem", cell: (row) => row.stateName },
  ];
}
