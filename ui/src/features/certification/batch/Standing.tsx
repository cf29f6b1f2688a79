import { Icon, Tag, type TagState } from "@/design";
import { useText } from "@/i18n";
import type { Result } from "./queries";
import { standOf, type Stand } from "./rowFields";

const tags: Record<Stand, TagState> = { wrong: "refused", return: "supplement", fail: "refused", pass: "filed", warn: "near", good: "neutral" };

/** Standing says how a row stands and why: the audit's reason, or each finding with its remedy. */
export function Standing({ row }: { row: Result }) {
  const t = useText("batch");
  const stand = standOf(row);
  return (
    <div className="batch-standing">
      <Tag state={tags[stand]} {...(stand === "good" ? { icon: "check" as const } : {})}>{t(`stand.${stand}`)}</Tag>
      {row.reason && row.verdict !== "pass" && <p className="batch-reason">{row.reason}{row.clause && <span className="batch-clause">{row.clause}</span>}</p>}
      {row.findings.map((one) => (
        <p key={one.field + one.code} className={one.level === "wrong" ? "batch-wrong" : "batch-warn"}>
          <Icon name={one.level === "wrong" ? "warning" : "info"} />
          <span>{t("stand.finding", { name: one.name, message: one.message })} <span className="batch-remedy">{one.remedy}</span></span>
        </p>
      ))}
    </div>
  );
}
