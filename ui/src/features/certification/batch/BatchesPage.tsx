import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { Empty, NativeSelect, Pager, QueueTable, Tag, type Column } from "@/design";
import { useText } from "@/i18n";
import { NewBatch } from "./NewBatch";
import { OpenTask } from "../OpenTask";
import { batchesQuery, offerQuery, type Batch, type BatchState } from "./queries";
import { tagOf, waitsForEnterprise } from "./steps";
import { Span } from "./Span";
import "./batch.css";

const route = getRouteApi("/desks/app/batches");
const states: readonly BatchState[] = ["draft", "audit", "correction", "issue", "issued", "nonePassed", "withdrawn"];

/** BatchesPage lists batches of results (批次), the newest first; what waits for the enterprise has its next step beside it. */
export function BatchesPage() {
  const t = useText("batch");
  const session = useSession();
  const clerk = has(session, "clerk");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = states.find((one) => one === search.state) ?? "";
  const list = useInfiniteQuery(batchesQuery(state));
  const offer = useQuery({ ...offerQuery, enabled: clerk });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const href = (row: Batch) => `/app/batches/${encodeURIComponent(row.batchNo)}`;
  return (
    <div className="batches">
      <title>{t("list.title")}</title>
      <header className="batches-head">
        <div>
          <h1>{t("list.heading")}</h1>
          <p className="batch-lead">{t("list.lead")}</p>
        </div>
        {clerk && <NewBatch offer={offer} />}
      </header>
      <div className="batches-filter" role="search" aria-label={t("list.filter")}>
        <NativeSelect aria-label={t("list.state")} empty={t("list.anyState")} value={state} options={states.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(event) => void navigate({ search: event.target.value ? { state: event.target.value } : {}, replace: true })} />
      </div>
      <QueueTable
        caption={t("list.heading")}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.batchNo}
        rowLabel={(row) => row.batchNo}
        rowHref={href}
        onOpen={(row) => void navigate({ to: "/app/batches/$batchNo", params: { batchNo: row.batchNo } })}
        bold={(row) => clerk && waitsForEnterprise(row.state)}
        {...(clerk ? { action: (row: Batch) => <NextStep batch={row} /> } : {})}
        loading={list.isFetching && !list.isFetchingNextPage}
        {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
        empty={<Empty title={t(state ? "list.noneFound" : "list.none")}>{!state && clerk && <p>{t("list.noneWhy")}</p>}</Empty>}
      />
      <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}

function useColumns(): Column<Batch>[] {
  const t = useText("batch");
  return [
    { key: "no", title: t("column.no"), width: "15rem", main: true, cell: (row) => <span className="number">{row.batchNo}</span> },
    { key: "what", title: t("column.what"), cell: (row) => <>{row.occupationName}{row.workType && <span className="batch-sub">{row.workType}</span>}<span className="batch-sub">{row.levelName}</span></> },
    { key: "way", title: t("column.way"), width: "7rem", cell: (row) => row.wayName },
    { key: "when", title: t("column.when"), width: "11rem", cell: (row) => <Span from={row.plan.from} to={row.plan.to} /> },
    { key: "people", title: t("column.people"), width: "9rem", cell: (row) => <People batch={row} /> },
    { key: "state", title: t("column.state"), width: "9rem", cell: (row) => <Tag state={tagOf(row.state)}>{row.stateName}</Tag> },
  ];
}

/** People counts the rows, and of them what there is to say in this state. */
function People({ batch }: { batch: Batch }) {
  const t = useText("batch");
  if (batch.rows === 0) return <>{t("people.none")}</>;
  const more = batch.issued > 0 ? t("people.issued", { n: batch.issued }) : batch.returned > 0 ? t("people.returned", { n: batch.returned }) : batch.wrong > 0 ? t("people.wrong", { n: batch.wrong }) : "";
  return <>{t("people", { n: batch.rows })}{more && <span className="batch-sub">{more}</span>}</>;
}

function NextStep({ batch }: { batch: Batch }) {
  const t = useText("batch");
  if (batch.state === "correction") return <OpenTask small kind="primary" caseNo={batch.batchNo} stage="correction">{t("next.correction")}</OpenTask>;
  if (batch.state === "issue") return <OpenTask small kind="primary" caseNo={batch.batchNo} stage="issue">{t("next.issue")}</OpenTask>;
  if (batch.state === "draft") return <Link className="jx-button jx-button-plain jx-button-small" to="/app/batches/$batchNo" params={{ batchNo: batch.batchNo }}>{t("next.draft")}</Link>;
  return null;
}
