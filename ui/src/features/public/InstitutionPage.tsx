import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { answer, api } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Empty, Loading, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { InstitutionSheet } from "./InstitutionSheet";
import { PageTitle } from "./PageTitle";

/** InstitutionPage shows one filed enterprise: occupations and levels, management rules, and the editions that name it. */
export function InstitutionPage({ filingNo }: { filingNo: string }) {
  const t = useText("public");
  const found = useQuery({
    queryKey: ["institution", filingNo],
    queryFn: () => answer(api.GET("/api/public/institutions/{filingNo}", { params: { path: { filingNo } } })),
  });
  const problem = found.error ? problemOf(found.error) : undefined;
  return (
    <>
      <PageTitle>{found.data ? t("institution.title", { name: found.data.name }) : t("catalogue.title")}</PageTitle>
      <p><Link href="/catalogue">{t("institution.back")}</Link></p>
      {found.isPending && <Loading />}
      {problem?.status === 404 && <><h1 className="pub-h1">{t("institution.none")}</h1><Empty title={t("institution.noneWhy")} action={<Link href="/catalogue">{t("institution.search")}</Link>} /></>}
      {problem && problem.status !== 404 && <><h1 className="pub-h1">{t("institution.failed")}</h1><ProblemNotice problem={problem} onRetry={() => void found.refetch()} /></>}
      {found.data && <><header className="pub-head"><h1>{found.data.name}</h1><p className="number">{t("institution.number", { number: found.data.filingNo })}</p></header><InstitutionSheet institution={found.data} /></>}
    </>
  );
}
