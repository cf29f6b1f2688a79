import { Check, DateInput, Field } from "@/design";
import { momentOf, today, useText } from "@/i18n";
import { LinesInput } from "./LinesInput";
import { useOutbox } from "./outbox/context";
import type { Visit } from "./outbox/record";
import { Contacts, Places } from "./Whereabouts";

/** ArrivalScreen says where to go and what to look at, and takes the day and who went. */
export function ArrivalScreen({ id, visit }: { id: string; visit: Visit }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const { about, sheet } = visit;
  const pick = (expert: string, present: boolean) =>
    outbox.change(id, (now) => ({ ...now, experts: about.panel.map((one) => one.id).filter((one) => (one === expert ? present : now.experts.includes(one))) }));
  return (
    <section className="visit-screen" aria-labelledby="item">
      <h1 id="item" tabIndex={-1}>{t("arrival.heading")}</h1>
      <dl className="visit-facts">
        <div><dt>{t("card.opened")}</dt><dd>{momentOf(about.openedAt)}</dd></div>
        <Places places={about.addresses} />
        <Contacts contacts={about.contacts} />
      </dl>
      <LookAt matters={about.lookAt} />
      <Field id="f-visitedOn" label={t("arrival.date")} required>
        {(props) => <DateInput {...props} value={sheet.visitedOn ?? ""} max={today()} onChange={(event) => void outbox.change(id, (now) => ({ ...now, visitedOn: event.target.value || undefined }))} />}
      </Field>
      <fieldset className="visit-people" id="f-experts" tabIndex={-1}>
        <legend>{t("arrival.experts", { least: about.least })}</legend>
        {about.panel.map((expert, i) => (
          <Check
            key={expert.id}
            label={`${expert.name || t("arrival.nameless", { n: i + 1 })}${expert.leader ? t("arrival.leader") : ""}`}
            checked={sheet.experts.includes(expert.id)}
            onChange={(present) => void pick(expert.id, present)}
          />
        ))}
      </fieldset>
      <Field id="f-officers" label={t("arrival.officers")} hint={t("arrival.officersHint")} optional>
        {(props) => <LinesInput {...props} rows={2} value={sheet.officers} onChange={(officers) => void outbox.change(id, (now) => ({ ...now, officers }))} />}
      </Field>
    </section>
  );
}

/** LookAt are the matters that the experts' meeting wants to be looked at. */
export function LookAt({ matters }: { matters: readonly string[] }) {
  const t = useText("visit");
  if (matters.length === 0) return null;
  return (
    <aside className="visit-look" aria-labelledby="look">
      <h2 id="look">{t("look.title")}</h2>
      <ol>{matters.map((matter) => <li key={matter}>{matter}</li>)}</ol>
    </aside>
  );
}
