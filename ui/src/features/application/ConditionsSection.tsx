import { useSuspenseQuery } from "@tanstack/react-query";
import { useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { allConditions, type Items } from "./conditions";
import { Part, Prose } from "./fields";
import { Files } from "./Files";
import type { SectionProps } from "./section";

/** ConditionsSection has the enterprise say how it meets each of the five conditions of notice article 一. */
export function ConditionsSection({ content, change, documents, caseNo }: SectionProps<"conditions">) {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const items = allConditions(content.items);
  const set = (number: number, part: Partial<Items[number]>) =>
    change((before) => ({ items: allConditions(before.items).map((item) => (item.number === number ? { ...item, ...part } : item)) }));
  return items.map((item, i) => {
    const condition = reference.conditions.find((one) => one.number === item.number);
    return (
      <Part key={item.number} title={t("conditions.title", { article: condition?.article ?? "", name: condition?.name ?? "" })}>
        <blockquote className="app-notice-words">{condition?.words}</blockquote>
        <Prose
          at={`/conditions/items/${i}/statement`}
          label={t("conditions.statement", { article: condition?.article ?? "" })}
          hint={t.of(`conditions.hint.${item.number}`, "")}
          value={item.statement}
          set={(statement) => set(item.number, { statement })}
        />
        <Files
          at={`/conditions/items/${i}/documents`}
          label={t("conditions.documents", { article: condition?.article ?? "" })}
          ids={item.documents}
          set={(ids) => set(item.number, { documents: ids })}
          documents={documents}
          purpose="proof"
          caseNo={caseNo}
          multiple
          optional
        />
      </Part>
    );
  });
}
