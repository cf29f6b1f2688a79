import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { useSession } from "@/api/session";
import { Button, Empty, LinkButton, NativeSelect, Pager, QueueTable, TextInput, type Column } from "@/design";
import { dayOf, useText } from "@/i18n";
import { regionsQuery } from "@/features/case/queries";
import { OccupationLines, Standing } from "./Entries";
import { filterOf, queryOf, searchOf, type Filter } from "./filter";
import { InstitutionDialog } from "./InstitutionDialog";
import "./publication.css";

type Institution = Schemas["Institution"];

const route = getRouteApi("/desks/app/catalogue");
const pageSize = 50;

/** CataloguePage is the catalogue for officers (目录监督): who is filed in the own city or the province, until when, in which edition. */
export function CataloguePage() {
  const t = useText("publication");
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const own = session?.body?.kind === "bureau" || session?.body?.kind === "authority" ? session.body.region : "";
  const filter = filterOf(search, own);
  const list = useInfiniteQuery({
    queryKey: ["institutions", "list", filter],
    queryFn: ({ pageParam }) => answer(api.GET("/api/public/institutions", { params: { query: { ...queryOf(filter), limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = search.open ?? "";
  const put = (change: Partial<Filter>) => void navigate({ search: searchOf({ ...filter, ...change }, own), replace: true });
  const show = (filingNo: string) => void navigate({ search: { ...searchOf(filter, own), ...(filingNo ? { open: filingNo } : {}) }, resetScroll: false });
  const narrowed = Object.keys(searchOf(filter, own)).length > 0;
  return (
    <div className="catalogue" data-density="officer">
      <title>{t("title")}</title>
      <header className="catalogue-head">
        <h1>{t("heading")}</h1>
        <p>{t("what")}</p>
      </header>
      <Filters key={`${filter.q} ${filter.occupation}`} filter={filter} put={put} />
      <QueueTable
        caption={t("heading")}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.filingNo}
        rowLabel={(row) => row.name}
        rowHref={(row) => `?open=${encodeURIComponent(row.filingNo)}`}
        onOpen={(row) => show(row.filingNo)}
        loading={list.isFetching && !list.isFetchingNextPage}
        {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
        empty={<Empty title={t(narrowed ? "none.found" : "none")} action={narrowed && <Button onClick={() => void navigate({ search: {} })}>{t("clear")}</Button>} />}
      />
      <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      {open && <InstitutionDialog filingNo={open} onClose={() => show("")} />}
    </div>
  );
}

function useColumns(): Column<Institution>[] {
  const t = useText("publication");
  return [
    { key: "name", title: t("entry.name"), cell: (row) => row.name },
    { key: "number", title: t("entry.number"), width: "9.5rem", cell: (row) => <span className="number">{row.filingNo}</span> },
    { key: "region", title: t("entry.region"), width: "5rem", cell: (row) => row.regionName },
    { key: "occupations", title: t("entry.occupations"), width: "18rem", cell: (row) => <OccupationLines rows={row.occupations} /> },
    { key: "filed", title: t("entry.filed"), width: "8.5rem", cell: (row) => dayOf(row.filedOn) },
    { key: "through", title: t("entry.through"), width: "8.5rem", cell: (row) => dayOf(row.validThrough) },
    { key: "published", title: t("entry.published"), width: "8.5rem", cell: (row) => (row.publishedOn ? dayOf(row.publishedOn) : "—") },
    { key: "status", title: t("entry.status"), width: "8rem", cell: (row) => <Standing one={row} /> },
  ];
}

function Filters({ filter, put }: { filter: Filter; put: (change: Partial<Filter>) => void }) {
  const t = useText("publication");
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const [q, setQ] = useState(filter.q);
  const [occupation, setOccupation] = useState(filter.occupation);
  const find = (event: FormEvent) => {
    event.preventDefault();
    put({ q: q.trim(), occupation: occupation.trim() });
  };
  const region = filter.region === "all" ? "" : `?region=${encodeURIComponent(filter.region)}`;
  return (
    <form className="catalogue-filter" role="search" onSubmit={find} aria-label={t("search")}>
      <TextInput type="search" name="q" aria-label={t("q")} placeholder={t("qHint")} value={q} onChange={(event) => setQ(event.target.value)} />
      <TextInput name="occupation" aria-label={t("occupation")} placeholder={t("occupationHint")} value={occupation} onChange={(event) => setOccupation(event.target.value)} />
      <Button type="submit" icon="search">{t("find")}</Button>
      <NativeSelect aria-label={t("entry.region")} value={filter.region} options={[{ value: "all", label: t("region.all") }, ...regions.items.map((r) => ({ value: r.code, label: r.name }))]} onChange={(event) => put({ region: event.target.value })} />
      <NativeSelect
        aria-label={t("entry.status")}
        value={filter.status}
        options={[{ value: "", label: t("status.all") }, ...(["filed", "published", "expired"] as const).map((value) => ({ value, label: t(`status.${value}`) }))]}
        onChange={(event) => put({ status: event.target.value as Filter["status"] })}
      />
      <span className="catalogue-export">
        <LinkButton kind="quiet" icon="download" href={`/api/public/institutions.xlsx${region}`} download="">{t("export.xlsx")}</LinkButton>
        <LinkButton kind="quiet" icon="download" href={`/api/public/institutions.csv${region}`} download="">{t("export.csv")}</LinkButton>
      </span>
    </form>
  );
}
