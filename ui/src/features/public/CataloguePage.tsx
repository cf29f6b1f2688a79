import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { answer, api } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Empty, Field, Loading, NativeSelect, ProblemNotice, TextInput } from "@/design";
import { useText } from "@/i18n";
import { PageTitle } from "./PageTitle";
import { addressOf, filtersIn, given, type Filters } from "./filters";
import { InstitutionTable } from "./InstitutionTable";

const pageSize = 20;
const levels = ["5", "4", "3", "2", "1"] as const;

/** CataloguePage is the catalogue of filed enterprises (企业目录, 附件4) with its filters in the address. */
export function CataloguePage() {
  const t = useText("public");
  const filters = filtersIn(useSearch());
  const list = useInfiniteQuery({
    queryKey: ["institutions", filters],
    queryFn: ({ pageParam }) => answer(api.GET("/api/public/institutions", { params: { query: { ...given(filters), ...(pageParam ? { cursor: pageParam } : {}), limit: pageSize } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.values(filters).some((value) => value !== "");
  return (
    <>
      <PageTitle>{t("catalogue.title")}</PageTitle>
      <header className="pub-head">
        <h1>{t("catalogue.heading")}</h1>
        <p>{t("catalogue.basis")}</p>
      </header>
      <p className="pub-quick"><Link href="/certificates">{t("catalogue.check")}</Link><Link href="/results">{t("catalogue.results")}</Link></p>
      <Search key={JSON.stringify(filters)} filters={filters} />
      <p className="pub-count" role="status">
        {list.isPending ? t("reading") : list.isError ? "" : list.hasNextPage ? t("catalogue.first", { count: rows.length }) : t("catalogue.count", { count: rows.length })}
      </p>
      {list.isPending && <Loading />}
      {list.isError && <ProblemNotice problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Empty title={filtered ? t("catalogue.none") : t("catalogue.empty")} action={filtered ? <Link href="/catalogue">{t("catalogue.all")}</Link> : <Link href="/guide">{t("catalogue.begin")}</Link>} />
      )}
      {rows.length > 0 && <InstitutionTable rows={rows} />}
      {list.hasNextPage && <p className="pub-more"><Button kind="plain" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("more")}</Button></p>}
      <p className="pub-links">
        <a href={`/api/public/institutions.xlsx${filters.region ? `?region=${encodeURIComponent(filters.region)}` : ""}`}>{t("catalogue.xlsx")}</a>
        <a href={`/api/public/institutions.csv${filters.region ? `?region=${encodeURIComponent(filters.region)}` : ""}`}>{t("catalogue.csv")}</a>
      </p>
    </>
  );
}

function Search({ filters }: { filters: Filters }) {
  const t = useText("public");
  const [, go] = useLocation();
  const [wish, setWish] = useState(filters);
  const regions = useQuery({ queryKey: ["regions"], queryFn: () => answer(api.GET("/api/regions")), staleTime: Number.POSITIVE_INFINITY });
  const set = (name: keyof Filters) => (event: { target: { value: string } }) => setWish({ ...wish, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(addressOf(wish));
  };
  const choose = (name: keyof Filters) => (event: { target: { value: string } }) => {
    const next = { ...wish, [name]: event.target.value };
    setWish(next);
    go(addressOf(next));
  };
  return (
    <form role="search" className="pub-search" onSubmit={submit} aria-label={t("catalogue.search")}>
      <div className="pub-search-main">
        <Field label={t("filter.q")}>{(props) => <TextInput {...props} name="q" maxLength={100} value={wish.q} onChange={set("q")} autoComplete="off" />}</Field>
        <Button kind="primary" type="submit">{t("search")}</Button>
      </div>
      <div className="pub-search-more">
        <Field label={t("filter.region")}>
          {(props) => (
            <NativeSelect {...props} value={wish.region} onChange={choose("region")}>
              <option value="">{t("filter.any")}</option>
              {regions.data?.items.map((region) => <option key={region.code} value={region.code}>{region.name}</option>)}
            </NativeSelect>
          )}
        </Field>
        <Field label={t("filter.occupation")}>{(props) => <TextInput {...props} name="occupation" maxLength={100} value={wish.occupation} onChange={set("occupation")} autoComplete="off" />}</Field>
        <Field label={t("filter.level")}>
          {(props) => (
            <NativeSelect {...props} value={wish.level} onChange={choose("level")}>
              <option value="">{t("filter.any")}</option>
              {levels.map((level) => <option key={level} value={level}>{t(`level.${level}`)}</option>)}
            </NativeSelect>
          )}
        </Field>
        <Field label={t("filter.status")}>
          {(props) => (
            <NativeSelect {...props} value={wish.status} onChange={choose("status")}>
              <option value="">{t("filter.any")}</option>
              <option value="filed">{t("status.filed")}</option>
              <option value="published">{t("status.published")}</option>
              <option value="expired">{t("status.expired")}</option>
            </NativeSelect>
          )}
        </Field>
      </div>
    </form>
  );
}
