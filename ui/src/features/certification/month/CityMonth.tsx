import { useInfiniteQuery } from "@tanstack/react-query";
import { problemOf } from "@/api/problem";
import { Empty, LinkButton, Pager, QueueTable, type Column } from "@/design";
import { momentOf, useText } from "@/i18n";
import { summaryStand } from "./month";
import { summariesQuery, summaryHref, type Summary } from "./queries";
import { OpenTask } from "../OpenTask";
import { RollUp } from "./RollUp";
import { SummaryState } from "./SummaryState";

/** CityMonth is a city's month: which enterprises have reported, which are taken in, and the roll-up for the exam centre. */
export function CityMonth({ month }: { month: string }) {
  const t = useText("month");
  const list = useInfiniteQuery(summariesQuery(month));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="month-columns" data-density="officer">
      <section className="month-main" aria-label={t("list.city")}>
        <QueueTable
          caption={t("list.city")}
          columns={useColumns()}
          rows={rows}
          rowKey={(row) => row.caseNo}
          rowLabel={(row) => row.enterpriseName}
          rowHref={(row) => `/app/cases/${encodeURIComponent(row.caseNo)}`}
          bold={(row) => summaryStand(row) === "reported"}
          action={(row) => <Acts row={row} />}
          loading={list.isFetching && !list.isFetchingNextPage}
          {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
          empty={<Empty title={t("none.city")}><p>{t("none.cityWhy")}</p></Empty>}
        />
        <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        <p className="month-hint">{t("download.recorded")}</p>
      </section>
      <RollUp month={month} />
    </div>
  );
}

function useColumns(): Column<Summary>[] {
  const t = useText("month");
  return [
    { key: "enterprise", title: t("column.enterprise"), main: true, cell: (row) => row.enterpriseName },
    { key: "filing", title: t("check.filingNo"), width: "10rem", hideOnCard: true, cell: (row) => <span className="number">{row.filingNo}</span> },
    { key: "rows", title: t("column.rows"), width: "6rem", cell: (row) => (row.rows > 0 ? t("rows", { n: row.rows }) : t("rows.nil")) },
    { key: "at", title: t("column.reportedAt"), width: "10rem", cell: (row) => (row.reportedAt ? momentOf(row.reportedAt) : "—") },
    { key: "state", title: t("column.state"), width: "9rem", cell: (row) => <SummaryState row={row} /> },
  ];
}

function Acts({ row }: { row: Summary }) {
  const t = useText("month");
  return (
    <span className="month-acts">
      {row.reported && row.rows > 0 && <LinkButton small kind="quiet" icon="download" href={summaryHref(row)} download>{t("download")}<span className="visually-hidden"> {row.enterpriseName}</span></LinkButton>}
      {summaryStand(row) === "reported" && <OpenTask small caseNo={row.caseNo} stage="summaryCheck">{t("go.check")}<span className="visually-hidden"> {row.enterpriseName}</span></OpenTask>}
    </span>
  );
}
