import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { Check, DocumentHead } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import { DecideBar } from "@/features/task/DecideBar";
import { DecideProblem } from "@/features/task/DecideProblem";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { numberRule } from "../number";
import { batchQuery } from "./queries";
import "./batch.css";

/** IssuePanel issues the certificates of a batch (颁发证书). What comes of it is shown before, because a number is never taken back. */
export function IssuePanel({ view, deciding }: PanelProps) {
  const t = useText("batch");
  const { data: batch } = useSuspenseQuery(batchQuery(view.task.caseNo));
  const [confirmed, setConfirmed] = useState(false);
  const date = today();
  const id = fieldId("/sheet/confirmed");
  const problems = deciding.problem?.fields ?? [];
  return (
    <div className="batch batch-task">
      <DecideProblem view={view} deciding={deciding} mine="" labelOf={() => ""} />
      <DocumentHead level={2} tone="seal" title={t("issue.title", { n: batch.passed })} issuer={batch.enterpriseName}>
        <dl className="batch-list">
          <div><dt>{t("issue.people")}</dt><dd><strong>{t("issue.count", { n: batch.passed })}</strong>{batch.failed > 0 && <span className="batch-sub">{t("issue.without", { n: batch.failed })}</span>}</dd></div>
          <div><dt>{t("plan.occupation")}</dt><dd>{[batch.occupationName, batch.workType, batch.levelName].filter(Boolean).join(" · ")}</dd></div>
          <div>
            <dt>{t("issue.numbers")}</dt>
            <dd><span className="number batch-rule">{numberRule(batch.filingNo, date, batch.level)}</span><span className="batch-hint">{t("issue.numberRule")}</span></dd>
          </div>
          <div><dt>{t("issue.on")}</dt><dd>{t("issue.today", { date: dayOf(date) })}</dd></div>
          <div><dt>{t("issue.then")}</dt><dd>{t("issue.thenWords")}</dd></div>
        </dl>
        <p className="batch-hint">{t("issue.irreversible")}</p>
        <Check id={id} label={<strong>{t("issue.confirm", { name: batch.enterpriseName })}</strong>} hint={t("issue.confirmHint")} checked={confirmed} onChange={setConfirmed} error={wordsAt(problems, "/sheet/confirmed")} />
        <p><Link to="/app/batches/$batchNo" params={{ batchNo: batch.batchNo }} search={{ step: "rows" }}>{t("issue.look")}</Link></p>
      </DocumentHead>
      <DecideBar
        view={view}
        deciding={deciding}
        actions={[{
          verdict: "issue",
          label: t("issue.go", { n: batch.passed }),
          kind: "danger",
          why: [...(batch.passed === 0 ? [t("issue.why.none")] : []), ...(confirmed ? [] : [t("issue.why.confirm")])],
          wish: () => ({ verdict: "issue", sheet: { confirmed } as unknown as Schemas["AnySheet"] }),
        }]}
      />
    </div>
  );
}
