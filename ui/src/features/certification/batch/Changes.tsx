import { useText } from "@/i18n";
import type { Result } from "./queries";

/** Changes lists what was changed in a row since it was handed in before: from what, to what. */
export function Changes({ changes }: { changes: Result["changes"] }) {
  const t = useText("batch");
  if (changes.length === 0) return null;
  return (
    <dl className="batch-changes">
      {changes.map((one) => (
        <div key={one.field}>
          <dt>{one.name}</dt>
          <dd><del><span className="visually-hidden">{t("change.before")}</span>{one.before || t("change.nothing")}</del> → <ins><span className="visually-hidden">{t("change.after")}</span>{one.after || t("change.nothing")}</ins></dd>
        </div>
      ))}
    </dl>
  );
}
