import { useSuspenseQueries } from "@tanstack/react-query";
import { Empty } from "@/design";
import { momentOf, useText } from "@/i18n";
import { FileLinks } from "@/features/case/FileLinks";
import { referenceQuery, snapshotsQuery, statementsQuery } from "@/features/task/queries";
import { matterName } from "./matter";
import { againIn } from "./rounds";
import "./asked-again.css";

/** AskedAgain lays what the last notice told beside the enterprise's answer to it and the reason why it is asked for again. */
export function AskedAgain({ caseNo }: { caseNo: string }) {
  const t = useText("acceptance");
  const [{ data: reference }, { data: snapshots }, { data: statements }] = useSuspenseQueries({ queries: [referenceQuery, snapshotsQuery(caseNo), statementsQuery(caseNo)] });
  const found = againIn(statements.items, snapshots.items);
  if (!found) return <Empty title={t("twice.none")} />;
  return (
    <section className="act-card" aria-labelledby="twice">
      <h2 id="twice">{t("twice.title", { n: found.items.length })}</h2>
      <p className="acc-quiet">{t("twice.what", { when: momentOf(found.toldAt) })}</p>
      <ol className="acc-twice">
        {found.items.map(({ defect, told, answer }) => (
          <li key={`${defect.matter} ${defect.reason}`}>
            <h3>{matterName(reference, defect.matter)}</h3>
            <dl>
              <div><dt>{t("twice.told")}</dt><dd>{[reference.reasons.find((reason) => reason.code === defect.reason)?.text ?? defect.reason, told.words].filter(Boolean).join(" ")}</dd></div>
              <div><dt>{t("twice.answer")}</dt><dd>{answer?.text || t("earlier.noAnswer")}{answer && answer.documents.length > 0 && <FileLinks ids={answer.documents} />}</dd></div>
              <div><dt>{t("twice.why")}</dt><dd><strong>{defect.words}</strong></dd></div>
            </dl>
          </li>
        ))}
      </ol>
      {found.note && <p><strong>{t("notice.again")}</strong> {found.note}</p>}
    </section>
  );
}
