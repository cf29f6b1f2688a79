import { useText } from "@/i18n";
import { Glyph } from "./Glyph";
import type { About } from "./outbox/record";

/** Places are the addresses of an enterprise, as rows of a list of facts. */
export function Places({ places }: { places: About["addresses"] }) {
  const t = useText("visit");
  return places.map(({ name, address }) => (
    <div key={name + address}>
      <dt>{name || t("card.place")}</dt>
      <dd>{address}</dd>
    </div>
  ));
}

/** Contacts are the people of an enterprise; pressing a number calls it. */
export function Contacts({ contacts }: { contacts: About["contacts"] }) {
  const t = useText("visit");
  return contacts.map(({ name, phone }) => (
    <div key={phone}>
      <dt>{t("card.contact")}</dt>
      <dd>
        {name}
        <a className="visit-tel" href={`tel:${phone.replace(/[^\d+]/g, "")}`}><Glyph name="phone" />{phone}</a>
      </dd>
    </div>
  ));
}
