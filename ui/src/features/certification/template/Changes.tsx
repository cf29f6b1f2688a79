import { useText } from "@/i18n";
import type { Change } from "./edition";

/** Changes tells what a new edition changes of the one that it is made from. */
export function Changes({ changes, base }: { changes: readonly Change[]; base: number }) {
  const t = useText("template");
  if (changes.length === 0) return <p className="template-hint">{t("changes.none", { n: base })}</p>;
  return (
    <ul className="template-needs">
      {changes.map((one) => <li key={one.what + one.name}>{t(`change.${one.what}`, { name: one.name, before: one.before ?? "" })}</li>)}
    </ul>
  );
}
