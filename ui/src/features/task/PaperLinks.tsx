import { useQuery } from "@tanstack/react-query";
import { useText } from "@/i18n";
import { papersQuery } from "./queries";

/** paperHref is where a paper's PDF is. */
export function paperHref(caseNo: string, paper: { stage: string; round: number; kind: string }): string {
  return `/api/cases/${encodeURIComponent(caseNo)}/papers/${paper.stage}/${paper.round}/${paper.kind}/content`;
}

/** PaperLinks lists the papers that a stage has made, of one round or of all; one that is still being made says so. */
export function PaperLinks({ caseNo, stage, round }: { caseNo: string; stage: string; round?: number }) {
  const t = useText("shell");
  const { data } = useQuery(papersQuery(caseNo));
  const papers = data?.items.filter((paper) => paper.stage === stage && (round === undefined || paper.round === round)) ?? [];
  if (papers.length === 0) return null;
  return (
    <ul className="paper-links">
      {papers.map((paper) => (
        <li key={paper.id}>
          {paper.state === "made" ? <a href={paperHref(caseNo, paper)} target="_blank" rel="noreferrer">{paper.name}</a> : <span role="status">{t("paper.due", { name: paper.name })}</span>}
          {paper.seal === "awaiting" && paper.state === "made" && <span className="paper-seal">{t("paper.awaiting")}</span>}
        </li>
      ))}
    </ul>
  );
}
