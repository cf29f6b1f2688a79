import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { has, useSession } from "@/api/session";
import { Button, Dialog, DocumentViewer, Empty, LinkButton, Tag } from "@/design";
import { momentOf, sizeOf, useText } from "@/i18n";
import { paperHref } from "@/features/task/PaperLinks";
import { papersQuery, referenceQuery } from "@/features/task/queries";
import type { PartProps } from "./part";
import { SealPaper } from "./SealPaper";
import { stageOf } from "./names";

type Paper = Schemas["Paper"];

/** PapersPart lists the letters, forms and receipts of a case: what is being made, what waits for its seal, what is sealed. */
export function PapersPart({ now }: PartProps) {
  const t = useText("case");
  const session = useSession();
  const { data: papers } = useSuspenseQuery(papersQuery(now.caseNo));
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const [open, setOpen] = useState<Paper>();
  const [sealing, setSealing] = useState<Paper>();
  const reads = !has(session, "operator") || (session?.roles.length ?? 0) > 1;
  if (papers.items.length === 0) return <Empty title={t("papers.none")} />;
  return (
    <div className="case-papers">
      <table className="case-paper-table">
        <caption className="visually-hidden">{t("papers.label")}</caption>
        <thead>
          <tr><th scope="col">{t("papers.name")}</th><th scope="col">{t("papers.stage")}</th><th scope="col">{t("papers.state")}</th><th scope="col">{t("papers.made")}</th><th scope="col"><span className="visually-hidden">{t("papers.do")}</span></th></tr>
        </thead>
        <tbody>
          {papers.items.map((paper) => (
            <tr key={paper.id}>
              <th scope="row">{paper.state === "made" && reads ? <button type="button" className="case-paper-name" onClick={() => setOpen(paper)}>{paper.name}</button> : paper.name}</th>
              <td data-label={t("papers.stage")}><span>{stageOf(reference, paper.stage)}{paper.round > 1 && t("papers.round", { n: paper.round })}</span></td>
              <td data-label={t("papers.state")}><PaperState paper={paper} /></td>
              <td data-label={t("papers.made")}>
                <span>
                  {paper.madeAt ? momentOf(paper.madeAt) : t("papers.ordered", { when: momentOf(paper.orderedAt) })}
                  {paper.sha256 && <span className="case-paper-digest" title={paper.sha256}>{t("papers.digest", { digest: paper.sha256.slice(0, 8), size: sizeOf(paper.size ?? 0) })}</span>}
                </span>
              </td>
              <td className="case-paper-do">
                {paper.state === "made" && reads && <LinkButton small kind="quiet" icon="download" href={paperHref(now.caseNo, paper)} download="">{t("papers.download")}</LinkButton>}
                {paper.seal === "sealed" && reads && <LinkButton small kind="quiet" href={`${paperHref(now.caseNo, paper)}?form=original`} target="_blank" rel="noreferrer">{t("papers.original")}</LinkButton>}
                {maySeal(paper, session) && <Button small icon="seal" onClick={() => setSealing(paper)}>{t("papers.seal")}</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && (
        <Dialog open wide title={open.name} onClose={() => setOpen(undefined)}>
          <DocumentViewer paper={{ caseNo: now.caseNo, stage: open.stage, round: open.round, kind: open.kind }} name={open.name} type="application/pdf" />
        </Dialog>
      )}
      {sealing && <SealPaper caseNo={now.caseNo} paper={sealing} onClose={() => setSealing(undefined)} />}
    </div>
  );
}

/** maySeal says whether the person's body attaches the stamped copy. */
function maySeal(paper: Paper, session: ReturnType<typeof useSession>): boolean {
  return paper.seal === "awaiting" && paper.state === "made" && !!session?.body && paper.body === session.body.id && has(session, "handler", "reviewer", "signer");
}

function PaperState({ paper }: { paper: Paper }) {
  const t = useText("case");
  if (paper.state === "due") return <Tag state="working">{t("papers.due")}</Tag>;
  if (paper.state === "skipped") return <Tag state="void">{t("papers.skipped")}</Tag>;
  if (paper.seal === "awaiting") return <Tag state="claimable" icon="seal">{t("papers.awaiting")}</Tag>;
  if (paper.seal === "sealed") return <Tag state="filed" icon="seal">{t("papers.sealed", { when: paper.stampedAt ? momentOf(paper.stampedAt) : "" })}</Tag>;
  return <Tag state="filed">{t("papers.ready")}</Tag>;
}
