import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Button, Empty, Pager, QueueTable, Tabs, type Column } from "@/design";
import { useText } from "@/i18n";
import { Changes } from "./Changes";
import { resultsQuery, type Batch, type Result, type Which } from "./queries";
import { RowDialog } from "./RowDialog";
import { mayEdit, scoresIn } from "./rowFields";
import { Standing } from "./Standing";

const route = getRouteApi("/desks/app/batches/$batchNo");
const views: readonly Which[] = ["all", "attention", "changed"];

/** RowsTable lists the rows of a batch by pages: all, those that need a look, those that were changed. Which one is asked for stands in the address. */
export function RowsTable({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const clerk = has(useSession(), "clerk");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const which = views.find((one) => one === search.which) ?? (batch.wrong > 0 && batch.state === "draft" ? "attention" : "all");
  const list = useInfiniteQuery(resultsQuery(batch.batchNo, which));
  const [editing, setEditing] = useState<Result>();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const pick = (next: Which) => void navigate({ search: (before) => ({ ...before, step: "rows", which: next }), replace: true });
  return (
    <div className="batch-rows">
      <Tabs
        label={t("rows.which")}
        current={which}
        onPick={pick}
        panelOf={() => "batch-rows"}
        items={[
          { key: "all", label: t("rows.all"), count: first?.total ?? batch.rows },
          { key: "attention", label: t("rows.attention"), ...(first ? { count: first.attention } : {}), urgent: batch.wrong > 0 },
          ...(batch.round > 0 || batch.state === "correction" ? [{ key: "changed" as const, label: t("rows.changed") }] : []),
        ]}
      />
      <div id="batch-rows" role="tabpanel" aria-label={t(`rows.${which}`)}>
        <QueueTable
          caption={t("rows")}
          columns={useColumns(batch)}
          rows={rows}
          rowKey={(row) => String(row.no)}
          rowLabel={(row) => row.content.name}
          {...(clerk ? { action: (row: Result) => mayEdit(batch, row) && <Button small onClick={() => setEditing(row)}>{t("rows.edit")}<span className="visually-hidden"> {row.content.name}</span></Button> } : {})}
          loading={list.isFetching && !list.isFetchingNextPage}
          {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
          empty={<Empty title={t(`rows.none.${which}`)} action={which !== "all" && <Button onClick={() => pick("all")}>{t("rows.showAll")}</Button>} />}
        />
        <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      </div>
      {editing && <RowDialog batch={batch} row={editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}

function useColumns(batch: Batch): Column<Result>[] {
  const t = useText("batch");
  return [
    { key: "no", title: t("rows.no"), width: "4rem", cell: (row) => row.no },
    { key: "name", title: t("field.name"), width: "7rem", main: true, cell: (row) => row.content.name || "—" },
    { key: "id", title: t("field.idNumber"), width: "12rem", cell: (row) => <span className="number">{row.content.idNumber}</span> },
    { key: "scores", title: t(batch.way === "competition" ? "rows.prize" : "rows.scores"), width: "13rem", cell: (row) => <Scores row={row} competition={batch.way === "competition"} /> },
    { key: "stand", title: t("rows.stand"), cell: (row) => <><Standing row={row} /><Changes changes={row.changes} /></> },
  ];
}

function Scores({ row: { content }, competition }: { row: Result; competition: boolean }) {
  const t = useText("batch");
  if (competition) return <>{[content.competition, content.rank].filter(Boolean).join(" · ") || "—"}</>;
  const scores = scoresIn(content);
  return <>{scores.length === 0 ? "—" : scores.map(({ field, value }) => <span key={field} className="batch-score">{t(`field.${field}` as "field.theory")} <b className="number">{value}</b></span>)}</>;
}
