import { useInfiniteQuery } from "@tanstack/react-query";
import { problemOf } from "@/api/problem";
import { has, useSession } from "@/api/session";
import { LinkButton, Pager, QueueTable, Tag, type Column } from "@/design";
import type { Schemas } from "@/api/client";
import { dayOf, useText } from "@/i18n";
import { BeginRevocation } from "./BeginRevocation";
import { Making } from "./Making";
import { groupedNumber } from "../number";
import { OpenTask } from "../OpenTask";
import { certificatesQuery, isMaking, type Batch } from "./queries";

type Certificate = Schemas["Certificate"];

/** CertificatesStep is the issue of certificates (颁发证书), how far their making has come, and the certificates. */
export function CertificatesStep({ batch }: { batch: Batch }) {
  const t = useText("batch");
  const clerk = has(useSession(), "clerk");
  if (batch.state === "issue") {
    return (
      <div className="batch-next">
        <p>{t("issue.lead", { n: batch.passed })}</p>
        {clerk && <OpenTask kind="primary" caseNo={batch.batchNo} stage="issue">{t("next.issue")}</OpenTask>}
      </div>
    );
  }
  return <Certificates batch={batch} clerk={clerk} />;
}

function Certificates({ batch, clerk }: { batch: Batch; clerk: boolean }) {
  const t = useText("batch");
  const kind = useSession()?.body?.kind;
  const uploads = kind === "authority" || kind === "centre"; // the authority uploads to the centre
  const running = isMaking(batch);
  const list = useInfiniteQuery(certificatesQuery(batch.batchNo, running));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Making batch={batch} />
      <div className="batch-check-head">
        <h2>{t("cert.heading", { n: batch.issued })}</h2>
        {uploads && <LinkButton icon="download" href={`/api/batches/${encodeURIComponent(batch.batchNo)}/upload`} download>{t("cert.transfer")}</LinkButton>}
      </div>
      {uploads && <p className="batch-hint">{t("cert.transferHint")}</p>}
      <QueueTable
        caption={t("cert.heading", { n: batch.issued })}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.number}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/app/certificates/${encodeURIComponent(row.number)}`}
        action={(row) => <Acts row={row} clerk={clerk} />}
        loading={list.isFetching && !list.isFetchingNextPage && !running}
        {...(list.isError ? { error: problemOf(list.error), onRetry: () => void list.refetch() } : {})}
      />
      <Pager next={list.hasNextPage ? "more" : undefined} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}

function useColumns(): Column<Certificate>[] {
  const t = useText("batch");
  return [
    { key: "number", title: t("cert.number"), width: "17rem", main: true, cell: (row) => <span className="number">{groupedNumber(row.number)}</span> },
    { key: "name", title: t("field.name"), width: "7rem", cell: (row) => row.name },
    { key: "id", title: t("field.idNumber"), width: "12rem", cell: (row) => <span className="number">{row.idMasked}</span> },
    { key: "on", title: t("cert.on"), width: "9rem", cell: (row) => dayOf(row.issuedOn) },
    {
      key: "state", title: t("column.state"),
      cell: (row) => (
        <>
          <Tag state={row.state === "revoked" ? "void" : "filed"}>{row.state === "revoked" && row.revokedAt ? t("cert.revokedOn", { state: row.stateName, date: dayOf(row.revokedAt) }) : row.stateName}</Tag>
          <span className="batch-sub">{row.transferName}</span>
        </>
      ),
    },
  ];
}

function Acts({ row, clerk }: { row: Certificate; clerk: boolean }) {
  const t = useText("batch");
  return (
    <span className="batch-row-acts">
      {!row.made ? <span role="status">{t("cert.making")}</span> : clerk && <LinkButton small kind="quiet" icon="download" href={`/api/certificates/${encodeURIComponent(row.number)}/file`} download>{t("cert.download")}<span className="visually-hidden"> {row.name}</span></LinkButton>}
      {clerk && row.state === "valid" && <BeginRevocation number={row.number} name={row.name} />}
    </span>
  );
}
