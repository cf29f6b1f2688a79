import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { answer, api } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, Icon, Loading } from "@/design";
import { momentOf, useText } from "@/i18n";
import { CheckedCertificate, Owner } from "./CheckedCertificate";
import { PageTitle } from "./PageTitle";

/** VerifyPage is what the QR code of a certificate leads to: in force, revoked, unknown, or not known just now. */
export function VerifyPage({ token }: { token: string }) {
  const t = useText("public");
  const found = useQuery({
    queryKey: ["verify", token],
    queryFn: () => answer(api.GET("/api/public/certificates/{token}", { params: { path: { token } } })),
    staleTime: 0,
  });
  if (found.isPending) return <Loading />;
  const one = found.data?.items[0];
  const unknown = found.data ? !one : problemOf(found.error).status === 404 || problemOf(found.error).status === 422;
  if (!one || !found.data) {
    return (
      <div className="pub-verdict pub-state" data-tone={unknown ? "bad" : "unsure"}>
        <PageTitle>{t("verify.title")}</PageTitle>
        <h1><Icon name={unknown ? "cross" : "clock"} />{t(unknown ? "verify.unknown" : "verify.unsure")}</h1>
        <p>{t(unknown ? "verify.unknownWhat" : "verify.unsureWhat")}</p>
        {unknown ? <Link href="/certificates">{t("verify.search")}</Link> : <Button kind="primary" busy={found.isFetching} onClick={() => void found.refetch()}>{t("again")}</Button>}
        {found.isError && <p className="pub-sub">{t("receipt.domain", { host: window.location.host })}</p>}
      </div>
    );
  }
  return (
    <>
      <PageTitle>{t("verify.title")}</PageTitle>
      <CheckedCertificate certificate={one} />
      <p className="pub-note">{t("receipt.checked", { when: momentOf(found.data.checkedAt), owner: found.data.owner })}</p>
      <Owner answer={found.data} />
      <p className="pub-links"><Link href="/certificates">{t("verify.byNumber")}</Link></p>
    </>
  );
}
