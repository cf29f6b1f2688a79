import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";
import { grantedBy } from "@/features/case/granted";
import type { CaseWords } from "@/features/case/words";
import { GrantMatrix } from "@/features/verification/GrantMatrix";
import "@/features/verification/grant.css";
import "./act.css";

/** FilingFacts is one page of facts on what is to be filed: the enterprise, what has passed, who and what it evaluates with. */
export function FilingFacts({ words, granted: given }: { words: CaseWords; granted?: readonly Schemas["Grant"][] }) {
  const t = useText("act");
  const { applied } = words;
  if (!applied) return null;
  const { unit, premises, organisation, funding } = applied.application;
  const granted = given && given.length > 0 ? given : grantedBy(words.occupations, words.statements);
  const team = (kind: Schemas["StaffFact"]["kind"]) => applied.staff.filter((s) => s.kind === kind).length;
  const rows: [string, string][] = [
    [t("facts.enterprise"), unit.name],
    [t("facts.creditCode"), unit.creditCode],
    [t("facts.legal"), unit.legalRepresentative],
    [t("facts.nature"), [unit.nature, unit.industry].filter(Boolean).join(t("facts.and"))],
    [t("facts.address"), unit.officeAddress],
    [t("facts.contact"), [unit.contact.name, unit.contact.phone].filter(Boolean).join(t("facts.and"))],
    [t("facts.staff"), t("facts.staffCount", { total: unit.staffTotal, dispatched: unit.dispatchedStaff })],
    [t("facts.body"), t("facts.bodyHead", { name: organisation.name, head: organisation.head })],
    [t("facts.team"), t("facts.teamCount", { fullTime: team("fullTime"), experts: team("expert"), assessors: team("assessor"), supervisors: team("qualitySupervisor") })],
    [t("facts.sites"), premises.sites.map((site) => t("facts.site", { name: site.name, places: site.places })).join(t("facts.and"))],
    [t("facts.video"), t("facts.videoCount", { cameras: premises.video.cameras, days: premises.video.storageDays })],
    [t("facts.funding"), funding.source],
  ];
  return (
    <section className="facts" aria-labelledby="facts">
      <h2 id="facts">{t("facts.title")}</h2>
      <dl className="facts-list">
        {rows.map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{value || t("facts.none")}</dd></div>
        ))}
      </dl>
      {granted.length > 0 && <GrantMatrix bounds={granted} value={granted} levels={words.reference.levels} caption={t("facts.granted")} />}
    </section>
  );
}
