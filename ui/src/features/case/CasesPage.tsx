import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { useSession } from "@/api/session";
import { Button, Empty, NativeSelect, Pager, QueueTable, Tag, TextInput, type Column } from "@/design";
import { dayOf, useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { remember } from "@/features/queue/trail";
import { stateOf } from "./CaseHead";
import { cleanFilter, filterOf, type Filter } from "./filter";
import { regionsQuery } from "./queries";
import "./cases.css";

const route = getRouteApi("/desks/app/cases");
const pageSize = 50;

/** CasesPage finds cases within the person's jurisdiction; the filter lives in the address. */
export function CasesPage() {
  const t = useText("case");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filterOf(search);
  const list = useInfiniteQuery({
    queryKey: ["cases", filter],
    queryFn: ({ pageParam }) => answer(api.GET("/api/cases", { params: { query: { ...cleanFilter(filter), limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const href = (row: Schemas["CaseSummary"]) => `/app/cases/${encodeURIComponent(row.caseNo)}`;
  const open = (row: Schemas["CaseSummary"]) => {
    remember(window.location.pathname + window.location.search, rows.map((r) => ({ key: r.caseNo, href: href(r) })));
    void navigate({ to: "/app/cases/$caseNo", params: { caseNo: row.caseNo } });
  };
  const put = (change: Partial<Filter>) => void navigate({ search: cleanFilter({ ...filter, ...change }), replace: true });
  return (
    <div className="cases" data-density="officer">
      <title>{t("cases.title")}</title>
      <h1>{t("cases.heading")}</h1>
      <Filters key={filter.q} filter={filter} put={put} />
      <QueueTable
        caption={t("cases.heading")}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.caseNo}
        rowLabel={(row) => row.enterpriseName}
        rowHref={href}
        onOpen={open}
        loading={list.isFetching && !list.isFetchingNextPage}
        {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
        empty={<Empty title={t(isFiltered(filter) ? "cases.noneFound" : "cases.none")} action={isFiltered(filter) && <Button onClick={() => void navigate({ search: {} })}>{t("cases.clear")}</Button>} />}
      />
      <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}

function isFiltered(filter: Filter): boolean {
  return Object.keys(cleanFilter(filter)).length > 0;
}

function useColumns(): Column<Schemas["CaseSummary"]>[] {
  const t = useText("case");
  return [
    { key: "no", title: t("cases.no"), width: "11rem", cell: (row) => <span className="number">{row.caseNo}</span> },
    { key: "enterprise", title: t("cases.enterprise"), main: true, cell: (row) => row.enterpriseName },
    { key: "region", title: t("cases.region"), width: "6rem", cell: (row) => row.regionName },
    { key: "stage", title: t("cases.stage"), width: "13rem", cell: (row) => <Tag state={stateOf(row)}>{row.outcomeName || row.stageName}</Tag> },
    { key: "opened", title: t("cases.opened"), width: "9rem", cell: (row) => dayOf(row.openedAt) },
    { key: "closed", title: t("cases.closed"), width: "9rem", hideOnCard: true, cell: (row) => (row.closedAt ? dayOf(row.closedAt) : "—") },
  ];
}

function Filters({ filter, put }: { filter: Filter; put: (change: Partial<Filter>) => void }) {
  const t = useText("case");
  const session = useSession();
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const [q, setQ] = useState(filter.q);
  const wide = session?.body?.kind === "centre" || session?.body?.kind === "department" || session?.roles.includes("operator");
  const find = (event: FormEvent) => {
    event.preventDefault();
    put({ q: q.trim() });
  };
  return (
    <form className="cases-filter" role="search" onSubmit={find} aria-label={t("cases.search")}>
      <TextInput type="search" name="q" aria-label={t("cases.q")} placeholder={t("cases.qHint")} value={q} onChange={(event) => setQ(event.target.value)} />
      <Button type="submit" icon="search">{t("cases.find")}</Button>
      <NativeSelect
        aria-label={t("cases.state")}
        value={filter.state}
        options={(["open", "closed", "all"] as const).map((value) => ({ value, label: t(`cases.state.${value}`) }))}
        onChange={(event) => put({ state: event.target.value as Filter["state"] })}
      />
      <NativeSelect aria-label={t("cases.stage")} empty={t("cases.anyStage")} value={filter.stage} options={reference.stages.map((s) => ({ value: s.code, label: s.name }))} onChange={(event) => put({ stage: event.target.value })} />
      {wide && <NativeSelect aria-label={t("cases.region")} empty={t("cases.anyRegion")} value={filter.region} options={regions.items.map((r) => ({ value: r.code, label: r.name }))} onChange={(event) => put({ region: event.target.value })} />}
    </form>
  );
}
