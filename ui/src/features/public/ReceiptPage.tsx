import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { answer, api } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, DocumentHead, Loading } from "@/design";
import { momentOf, useText } from "@/i18n";
import { InstitutionSheet } from "./InstitutionSheet";
import { PageTitle } from "./PageTitle";

/** ReceiptPage is what the QR code of a receipt leads to: genuine and how it stands today, expired, unknown, or not known just now. */
export function ReceiptPage({ token }: { token: string }) {
  const t = useText("public");
  const found = useQuery({
    queryKey: ["receipt", token],
    queryFn: () => answer(api.GET("/api/public/receipts/{token}", { params: { path: { token } } })),
    staleTime: 0,
  });
  if (found.isPending) return <Loading />;
  if (!found.data) {
    const unknown = problemOf(found.error).status === 404 || problemOf(found.error).status === 422;
    return (
      <div className="pub-verdict" data-tone={unknown ? "bad" : "unsure"}>
        <PageTitle>{t("receipt.title")}</PageTitle>
        <h1>{unknown ? t("receipt.unknown") : t("receipt.unsure")}</h1>
        <p>{unknown ? t("receipt.unknownWhat") : t("receipt.unsureWhat")}</p>
        {unknown ? <Link href="/catalogue">{t("receipt.search")}</Link> : <Button kind="primary" onClick={() => void found.refetch()}>{t("again")}</Button>}
      </div>
    );
  }
  const { institution, checkedAt, owner } = found.data;
  const expired = institution.status === "expired";
  return (
    <>
      <PageTitle>{t("receipt.title")}</PageTitle>
      <div className="pub-verdict" data-tone={expired ? "void" : "good"}>
        <h1>{expired ? t("receipt.expired") : t("receipt.genuine")}</h1>
        <p>{t("receipt.checked", { when: momentOf(checkedAt), owner })}</p>
      </div>
      <DocumentHead title={institution.name} no={t("institution.number", { number: institution.filingNo })}>
        <InstitutionSheet institution={institution} />
      </DocumentHead>
      <p className="pub-note">{t("receipt.domain", { host: window.location.host })}</p>
    </>
  );
}
