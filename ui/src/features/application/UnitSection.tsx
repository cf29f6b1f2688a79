import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "@/design";
import { useText } from "@/i18n";
import { useSession } from "@/api/session";
import { Count, Line, Pair, Part, Tick } from "./fields";
import { regionsQuery } from "@/features/case/queries";
import type { SectionProps } from "./section";
import { SkilledCounts } from "./SkilledCounts";

/** UnitSection is 附件1 第一部分: the enterprise, its staff, and whom the officers call. */
export function UnitSection({ content: unit, change, gaps, readOnly }: SectionProps<"unit">) {
  const t = useText("application");
  const set = (part: Partial<typeof unit>) => change((before) => ({ ...before, ...part }));
  const contact = (part: Partial<typeof unit.contact>) => change((before) => ({ ...before, contact: { ...before.contact, ...part } }));
  const list = (key: "unit.natures" | "unit.industries") => t(key).split("|");
  return (
    <>
      <Registered unit={unit} set={set} wrong={(at) => gaps.at(at) !== undefined} />
      <Part title={t("unit.basics")}>
        <Pair>
          <Line at="/unit/nature" value={unit.nature} set={(nature) => set({ nature })} suggest={list("unit.natures")} />
          <Line at="/unit/industry" value={unit.industry} set={(industry) => set({ industry })} suggest={list("unit.industries")} />
        </Pair>
        <Line at="/unit/legalRepresentative" value={unit.legalRepresentative} set={(legalRepresentative) => set({ legalRepresentative })} chars={12} autoComplete="off" />
        <Line at="/unit/registeredAddress" value={unit.registeredAddress} set={(registeredAddress) => set({ registeredAddress })} autoComplete="street-address" />
        <Line
          at="/unit/officeAddress"
          value={unit.officeAddress}
          set={(officeAddress) => set({ officeAddress })}
          autoComplete="street-address"
          aside={!readOnly && unit.registeredAddress && unit.officeAddress !== unit.registeredAddress && (
            <Button kind="quiet" small onClick={() => set({ officeAddress: unit.registeredAddress })}>{t("unit.sameAddress")}</Button>
          )}
        />
      </Part>
      <Part title={t("unit.people")} lead={t("unit.peopleLead")}>
        <Pair>
          <Count at="/unit/staffTotal" value={unit.staffTotal} set={(staffTotal) => set({ staffTotal })} unit={t("person")} />
          <Count at="/unit/dispatchedStaff" value={unit.dispatchedStaff} set={(dispatchedStaff) => set({ dispatchedStaff })} unit={t("person")} optional />
        </Pair>
        <SkilledCounts skilled={unit.skilled} staffTotal={unit.staffTotal} change={(skilled) => set({ skilled })} />
      </Part>
      <Part title={t("unit.contact")}>
        <Line at="/unit/contact/name" value={unit.contact.name} set={(name) => contact({ name })} chars={12} autoComplete="name" />
        <Pair>
          <Line at="/unit/contact/phone" value={unit.contact.phone} set={(phone) => contact({ phone })} inputMode="tel" autoComplete="tel" />
          <Line at="/unit/contact/email" value={unit.contact.email} set={(email) => contact({ email })} inputMode="email" autoComplete="email" />
        </Pair>
      </Part>
      <Part title={t("unit.branch")}>
        <Tick at="/unit/centralBranch" checked={unit.centralBranch} set={(centralBranch) => set({ centralBranch, parent: centralBranch ? unit.parent : "" })} />
        {unit.centralBranch && <Line at="/unit/parent" value={unit.parent} set={(parent) => set({ parent })} />}
      </Part>
    </>
  );
}

type Unit = SectionProps<"unit">["content"];

/** Registered shows what the account says of the enterprise. It is to be edited only where the application says otherwise. */
function Registered({ unit, set, wrong }: { unit: Unit; set: (part: Partial<Unit>) => void; wrong: (at: string) => boolean }) {
  const t = useText("application");
  const session = useSession();
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const registered = session?.enterprise;
  const city = regions.items.find((region) => region.code === unit.region)?.name ?? unit.region;
  const facts = [
    { key: "name" as const, at: "/unit/name", value: unit.name, shown: unit.name },
    { key: "creditCode" as const, at: "/unit/creditCode", value: unit.creditCode, shown: unit.creditCode },
    { key: "region" as const, at: "/unit/region", value: unit.region, shown: city },
  ];
  const settled = (fact: (typeof facts)[number]) => fact.value !== "" && !wrong(fact.at);
  return (
    <Part title={t("unit.registered")} lead={t("unit.registeredLead")}>
      <dl className="app-facts">
        {facts.filter(settled).map((fact) => (
          <div key={fact.key}><dt>{t.of(`f.unit.${fact.key}`)}</dt><dd className={fact.key === "creditCode" ? "number" : undefined}>{fact.shown}</dd></div>
        ))}
      </dl>
      {facts.filter((fact) => !settled(fact)).map((fact) => (
        <Line
          key={fact.key}
          at={fact.at}
          value={fact.key === "region" ? fact.shown : fact.value}
          set={(value) => set({ [fact.key]: fact.key === "region" ? (regions.items.find((region) => region.name === value)?.code ?? value) : value })}
          suggest={fact.key === "region" ? regions.items.map((region) => region.name) : registered ? [registered[fact.key]] : undefined}
        />
      ))}
      {(unit.creditCodeReason || wrong("/unit/creditCode")) && (
        <Line at="/unit/creditCodeReason" value={unit.creditCodeReason} set={(creditCodeReason) => set({ creditCodeReason })} optional />
      )}
    </Part>
  );
}
