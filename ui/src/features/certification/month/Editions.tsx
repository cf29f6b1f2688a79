import type { Schemas } from "@/api/client";
import { LinkButton } from "@/design";
import { useText } from "@/i18n";

type RollUp = Schemas["RollUp"];

/** Editions lists what was handed to the exam centre, each edition with its workbook; `cityOf` names the city where there are several. */
export function Editions({ items, cityOf }: { items: readonly RollUp[]; cityOf?: (region: string) => string }) {
  const t = useText("month");
  if (items.length === 0) return <p className="month-hint">{t("editions.none")}</p>;
  return (
    <ul className="month-editions">
      {items.map((one) => (
        <li key={`${one.region}/${one.edition}`}>
          <div>
            <p><strong>{cityOf && <>{cityOf(one.region)} · </>}{t("edition", { n: one.edition })}</strong></p>
            <p className="month-hint">{t("editions.facts", { summaries: one.summaries, rows: one.rows })}{one.missing > 0 && <> {t("editions.missing", { n: one.missing })}</>}</p>
          </div>
          <LinkButton small icon="download" href={`/api/roll-ups/${one.region}/${one.month}/${one.edition}/workbook`} download>{t("download")}</LinkButton>
        </li>
      ))}
    </ul>
  );
}
