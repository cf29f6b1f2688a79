import { useEffect, useRef } from "react";
import { Button, Check, FieldError } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { Count, Line, Pair, Part, Pick, useField } from "./fields";
import type { Content } from "./section";

type Site = Content["premises"]["sites"][number];
type Room = Site["rooms"][number];

const rooms = ["written", "computer", "practical", "oral"] as const satisfies readonly Room[];
const tenures = ["owned", "leased", "lent"] as const;

/** Sites lists the places of examination (考点), one card each. */
export function Sites({ sites, change, address, readOnly }: { sites: readonly Site[]; change: (sites: Site[]) => void; address: string; readOnly: boolean }) {
  const t = useText("application");
  const list = useField("/premises/sites");
  const added = useRef(false);
  useEffect(() => {
    if (added.current) document.getElementById(fieldId(`/premises/sites/${sites.length - 1}/name`))?.focus();
    added.current = false;
  }, [sites.length]);
  const add = () => {
    added.current = true;
    change([...sites, { name: "", address: sites.length === 0 ? address : "", rooms: [], places: 0, area: 0, tenure: "" }]);
  };
  return (
    <Part title={t("premises.sites")} lead={t("premises.sitesLead")}>
      {list.error && <FieldError>{list.error}</FieldError>}
      {sites.map((site, i) => (
        <SiteCard key={i} site={site} index={i} readOnly={readOnly} set={(part) => change(sites.map((one, at) => (at === i ? { ...one, ...part } : one)))} remove={() => change(sites.filter((_, at) => at !== i))} />
      ))}
      {!readOnly && <p><Button id={list.id} icon="plus" onClick={add}>{sites.length === 0 ? t("premises.addFirst") : t("premises.addSite")}</Button></p>}
    </Part>
  );
}

interface SiteCardProps {
  site: Site;
  index: number;
  readOnly: boolean;
  set: (part: Partial<Site>) => void;
  remove: () => void;
}

function SiteCard({ site, index, readOnly, set, remove }: SiteCardProps) {
  const t = useText("application");
  const at = `/premises/sites/${index}`;
  const field = useField(`${at}/rooms`);
  const toggle = (room: Room, on: boolean) => set({ rooms: rooms.filter((one) => (one === room ? on : site.rooms.includes(one))) });
  const title = t("premises.site", { n: index + 1 });
  return (
    <section className="app-card" aria-label={title}>
      <header className="app-card-head">
        <h3>{title}</h3>
        {!readOnly && <Button kind="quiet" small onClick={remove}>{t("premises.removeSite", { n: index + 1 })}</Button>}
      </header>
      <Line at={`${at}/name`} value={site.name} set={(name) => set({ name })} chars={20} autoComplete="off" />
      <Line at={`${at}/address`} value={site.address} set={(address) => set({ address })} autoComplete="off" />
      <fieldset className="app-ticks" aria-describedby={field.error ? `${field.id}-error` : undefined}>
        <legend>{field.label}</legend>
        {field.hint && <p className="jx-field-hint">{field.hint}</p>}
        {field.error && <FieldError id={`${field.id}-error`}>{field.error}</FieldError>}
        <div className="app-ticks-row">
          {rooms.map((room, i) => (
            <Check key={room} id={i === 0 ? field.id : undefined} label={t.of(`room.${room}`)} checked={site.rooms.includes(room)} readOnly={readOnly} onChange={(on) => toggle(room, on)} />
          ))}
        </div>
      </fieldset>
      <Pair>
        <Count at={`${at}/places`} value={site.places} set={(places) => set({ places })} unit={t("piece")} />
        <Count at={`${at}/area`} value={site.area} set={(area) => set({ area })} unit={t("squareMetre")} optional />
      </Pair>
      <Pick at={`${at}/tenure`} value={site.tenure} set={(tenure) => set({ tenure })} options={tenures.map((value) => ({ value, label: t.of(`tenure.${value}`) }))} />
    </section>
  );
}
