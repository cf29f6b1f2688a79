import { useInfiniteQuery } from "@tanstack/react-query";
import { problemOf } from "@/api/problem";
import { Empty, LinkButton, Pager, QueueTable, type Column } from "@/design";
import { momentOf, useText } from "@/i18n";
import { MonthName } from "./MonthName";
import { summariesQuery, summaryHref, type Summary } from "./queries";
import { OpenTask } from "../OpenTask";
import { summaryStand } from "./month";
import { SummaryState } from "./SummaryState";

/** OwnMonths lists an enterprise's months, the newest first; what is to be reported has its step beside it. */
export function OwnMonths() {
  const t = useText("month");
  const list = useInfiniteQuery(summariesQuery(""));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <QueueTable
        caption={t("heading.own")}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.month}
        bold={(row) => summaryStand(row) === "open"}
        action={(row) => <Acts row={row} />}
        loading={list.isFetching && !list.isFetchingNextPage}
        {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
        empty={<Empty title={t("none.own")}><p>{t("none.ownWhy")}</p></Empty>}
      />
      <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}

function useColumns(): Column<Summary>[] {
  const t = useText("month");
  return [
    { key: "month", title: t("column.month"), width: "9rem", main: true, cell: (row) => <MonthName month={row.month} /> },
    { key: "rows", title: t("column.rows"), width: "8rem", cell: (row) => (row.rows > 0 ? t("rows", { n: row.rows }) : t("rows.nil")) },
    { key: "state", title: t("column.state"), cell: (row) => <SummaryState row={row} /> },
    { key: "at", title: t("column.reportedAt"), width: "12rem", cell: (row) => (row.reportedAt ? momentOf(row.reportedAt) : "—") },
  ];
}

function Acts({ row }: { row: Summary }) {
  const t = useText("month");
  return (
    <span className="month-acts">
      {(row.rows > 0 || row.reported) && <LinkButton small kind="quiet" icon="download" href={summaryHref(row)} download>{t("download")}</LinkButton>}
      {summaryStand(row) === "open" && <OpenTask small kind="primary" caseNo={row.caseNo} stage="summary">{t(row.rows > 0 ? "go.report" : "go.nil")}</OpenTask>}
    </span>
  );
}
