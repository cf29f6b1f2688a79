import type { Schemas } from "@/api/client";
import { DocumentHead, Empty } from "@/design";
import { momentOf, useText } from "@/i18n";

/** CheckRecord stands where a material was checked online instead of being handed in (能通过网上核验的,可不提供书面材料). */
export function CheckRecord({ check, pending }: { check: Schemas["OnlineCheck"] | undefined; pending: boolean }) {
  const t = useText("case");
  if (!check) return <Empty title={t(pending ? "materials.onlineOnly" : "materials.nothing")} />;
  const rows: [string, string][] = [
    [t("said.subject"), check.subject],
    [t("said.source"), check.source],
    [t("said.result"), t.of(`online.${check.result}`, "")],
    [t("said.when"), check.checkedAt ? momentOf(check.checkedAt) : ""],
    [t("said.note"), check.note],
  ];
  return (
    <DocumentHead title={t("materials.record")} level={2}>
      <dl className="check-record">
        {rows.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </DocumentHead>
  );
}
