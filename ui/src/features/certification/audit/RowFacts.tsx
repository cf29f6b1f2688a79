import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";
import { FullNumber } from "./FullNumber";

type Content = Schemas["ResultContent"];

/** What a row says besides name, document, occupation and photo, in the order of the workbook. */
const fields = [
  "employer", "employment", "agency", "condition", "theory", "practice", "review", "process", "performance", "ethics",
  "projects", "problems", "innovation", "teaching", "competition", "rank", "note",
] as const satisfies readonly (keyof Content)[];

/** Fields that only a finding brings forward: they are those of the batch. */
const ofBatch = ["occupation", "workType", "level"] as const satisfies readonly (keyof Content)[];

/** RowFacts is what the row says; what the system found something about is marked. */
export function RowFacts({ batchNo, row }: { batchNo: string; row: Schemas["Result"] }) {
  const t = useText("audit");
  const { content } = row;
  const found = new Set(row.findings.map((finding) => finding.field));
  const valueOf = (field: keyof Content): string => {
    if (field === "employment" && content.employment) return t.of(`employment.${content.employment}`, content.employment);
    if (field === "agency" && content.agency) return [content.agency, content.agencyFrom && content.agencyThrough ? t("agency.span", { from: content.agencyFrom, through: content.agencyThrough }) : ""].filter(Boolean).join(" ");
    return content[field];
  };
  const shown = [...ofBatch.filter((field) => found.has(field)), ...fields.filter((field) => valueOf(field) || found.has(field))];
  return (
    <dl className="audit-facts">
      <div data-found={found.has("idNumber") || found.has("idKind") || undefined}>
        <dt>{t.of(`idKind.${content.idKind}`, t("field.idNumber"))}</dt>
        <dd><FullNumber batchNo={batchNo} no={row.no} masked={content.idNumber} /></dd>
      </div>
      {shown.map((field) => (
        <div key={field} data-found={found.has(field) || undefined}>
          <dt>{t.of(`field.${field}`, field)}</dt>
          <dd>{valueOf(field) || t("field.empty")}</dd>
        </div>
      ))}
    </dl>
  );
}
