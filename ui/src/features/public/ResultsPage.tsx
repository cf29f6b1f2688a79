import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useLocation, useSearch } from "wouter";
import { answer, api, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Empty, Field, Loading, NativeSelect, ProblemNotice } from "@/design";
import { dayOf, useText } from "@/i18n";
import { PageTitle } from "./PageTitle";
import { regionIn, resultsAddress } from "./query";

const pageSize = 20;

/** ResultsPage makes results public by batch (公开认定结果): which enterprise has certified how many, in what; no person is named. */
export function ResultsPage() {
  const t = useText("public");
  const [, go] = useLocation();
  const region = regionIn(useSearch());
  const regions = useQuery({ queryKey: ["regions"], queryFn: () => answer(api.GET("/api/regions")), staleTime: Number.POSITIVE_INFINITY });
  const list = useInfiniteQuery({
    queryKey: ["results", region],
    queryFn: ({ pageParam }) => answer(api.GET("/api/public/results", { params: { query: { ...(region ? { region } : {}), ...(pageParam ? { cursor: pageParam } : {}), limit: pageSize } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle>{t("results.title")}</PageTitle>
      <header className="pub-head">
        <h1>{t("results.heading")}</h1>
        <p>{t("results.basis")}</p>
      </header>
      <form role="search" className="pub-search" aria-label={t("results.filter")} onSubmit={(event) => event.preventDefault()}>
        <Field label={t("filter.region")}>
          {(props) => (
            <NativeSelect {...props} value={region} onChange={(event) => go(resultsAddress(event.currentTarget.value))}>
              <option value="">{t("filter.any")}</option>
              {regions.data?.items.map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}
            </NativeSelect>
          )}
        </Field>
      </form>
      <p className="pub-count" role="status">{list.isPending ? t("reading") : list.isError ? "" : t(list.hasNextPage ? "results.first" : "results.count", { count: rows.length })}</p>
      {list.isPending && <Loading />}
      {list.isError && <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty title={t(region ? "results.none" : "results.empty")} action={region ? <Link href="/results">{t("results.all")}</Link> : <Link href="/catalogue">{t("institution.search")}</Link>} />}
      {rows.length > 0 && <ResultTable rows={rows} />}
      {list.hasNextPage && <p className="pub-more"><Button kind="plain" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("more")}</Button></p>}
      <p className="pub-links"><Link href="/certificates">{t("results.check")}</Link></p>
    </>
  );
}

function ResultTable({ rows }: { rows: Schemas["PublicResult"][] }) {
  const t = useText("public");
  return (
    <table className="pub-table">
      <caption className="visually-hidden">{t("results.heading")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("col.name")}</th>
          <th scope="col">{t("col.region")}</th>
          <th scope="col">{t("col.occupation")}</th>
          <th scope="col">{t("cert.level")}</th>
          <th scope="col">{t("results.people")}</th>
          <th scope="col">{t("cert.issued")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.batchNo}>
            <th scope="row">
              <Link href={`/catalogue/${encodeURIComponent(row.filingNo)}`}>{row.enterpriseName}</Link>
              <span className="pub-sub number">{t("institution.number", { number: row.filingNo })}</span>
            </th>
            <td data-label={t("col.region")} className="pub-whole">{row.regionName}</td>
            <td data-label={t("col.occupation")}>{row.occupationName}{row.workType !== "--" && row.workType && t("col.workType", { name: row.workType })}</td>
            <td data-label={t("cert.level")} className="pub-whole">{row.levelName}</td>
            <td data-label={t("results.people")} className="number">{row.count}</td>
            <td data-label={t("cert.issued")} className="number">{dayOf(row.issuedOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
