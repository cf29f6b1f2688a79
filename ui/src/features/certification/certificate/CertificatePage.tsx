import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { has, useSession } from "@/api/session";
import { Icon, Steps } from "@/design";
import { useText } from "@/i18n";
import { BeginRevocation } from "../batch/BeginRevocation";
import { CertificateFacts } from "./CertificateFacts";
import { Download } from "./Download";
import { certificateQuery } from "./queries";
import { transferSteps } from "./transfer";

const route = getRouteApi("/desks/app/certificates/$number");

/** CertificatePage is one certificate of the register: what it says, whether it is in force, and how far its data have come. */
export function CertificatePage() {
  const t = useText("certificate");
  const { number } = route.useParams();
  const session = useSession() ?? null;
  const { data: one } = useSuspenseQuery(certificateQuery(number));
  const mayBegin = has(session, "clerk") || (has(session, "handler") && session?.body?.kind === "authority");
  return (
    <div className="certificate" data-density={session?.enterprise ? undefined : "officer"}>
      <title>{t("title", { number: one.number })}</title>
      <div className="certificate-columns">
        <CertificateFacts certificate={one} level={1} />
        <aside className="certificate-side">
          <section aria-labelledby="transfer">
            <h2 id="transfer">{t("transfer.title")}</h2>
            <Steps vertical label={t("transfer.title")} items={transferSteps(one.transfer).map(({ code, state }) => ({ name: t(`transfer.${code}`), state, ...(code === one.transfer ? { detail: t(`transfer.${code}What`) } : {}) }))} />
          </section>
          <section className="certificate-do" aria-labelledby="do">
            <h2 id="do">{t("do.title")}</h2>
            <Download certificate={one} />
            {one.verifyUrl && <a href={one.verifyUrl} target="_blank" rel="noreferrer"><Icon name="link" />{t("do.verify")}</a>}
            <a href={`/app/batches/${encodeURIComponent(one.batchNo)}`}>{t("do.batch", { batchNo: one.batchNo })}</a>
            {one.revocation ? (
              <p className="certificate-running" role="status">
                <Icon name="clock" />{t("revocation.running")} <Link to="/app/cases/$caseNo" params={{ caseNo: one.revocation }}>{t("revocation.see", { caseNo: one.revocation })}</Link>
              </p>
            ) : one.state === "valid" && mayBegin && <BeginRevocation number={one.number} name={one.name} small={false} />}
          </section>
        </aside>
      </div>
    </div>
  );
}
