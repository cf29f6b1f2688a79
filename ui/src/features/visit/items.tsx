import { Button, VerdictMark, type Finding } from "@/design";
import { useText } from "@/i18n";
import { useBox } from "./outbox/context";
import type { Visit } from "./outbox/record";
import { conditionNumbers, findingOf } from "./outbox/sheet";

/** Item is one screen of a visit: arriving, one of the five conditions, checking and handing in. */
export type Item = "arrival" | 1 | 2 | 3 | 4 | 5 | "check";

const order: readonly Item[] = ["arrival", ...conditionNumbers, "check"];

/** itemOf reads an item from the address. */
export function itemOf(word: string | null): Item {
  return order.find((item) => String(item) === word) ?? "arrival";
}

/** itemAfter gives the item so many steps further. */
export function itemAfter(item: Item, steps: number): Item {
  return order[Math.max(0, Math.min(order.length - 1, order.indexOf(item) + steps))] ?? item;
}

const marks: Record<string, Finding> = { met: "pass", notMet: "refuse" };

/** ItemRow shows all items of a visit and how far each is; pressing one goes there. */
export function ItemRow({ id, visit, item, onGo }: { id: string; visit: Visit; item: Item; onGo: (item: Item) => void }) {
  const t = useText("visit");
  const { photos } = useBox();
  const waiting = (place: number) => Object.values(photos).some((photo) => photo.visit === id && photo.place === place && photo.state !== "sent");
  return (
    <nav className="visit-items" aria-label={t("items.label")}>
      <ol className="visit-items-row">
        {order.map((one) => {
          const finding = typeof one === "number" ? findingOf(visit.sheet, one).finding : "";
          const said = finding ? t(`finding.${finding}`) : t("finding.none");
          const name = typeof one === "number" ? t("items.condition", { n: one, said }) : t(`items.${one}`);
          return (
            <li key={one}>
              <button type="button" className={`visit-item visit-item-${finding || "none"}`} aria-current={one === item ? "step" : undefined} aria-label={name} onClick={() => onGo(one)}>
                <span aria-hidden="true">{typeof one === "number" ? t(`numeral.${one}`) : t(`items.short.${one}`)}</span>
                {typeof one === "number" && (finding === "notApplicable" ? <span className="visit-item-dash" aria-hidden="true" /> : <VerdictMark finding={marks[finding] ?? ""} />)}
                {typeof one === "number" && waiting(one) && <span className="visit-item-dot" aria-hidden="true" />}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** ItemBar leads from one item to the next. */
export function ItemBar({ item, onBack, onNext }: { item: Item; onBack: () => void; onNext: () => void }) {
  const t = useText("visit");
  return (
    <div className="visit-bar">
      {item !== "arrival" && <Button onClick={onBack} icon="left">{t("bar.back")}</Button>}
      <Button kind="primary" onClick={onNext}>{t(item === "arrival" ? "bar.begin" : item === 5 ? "bar.check" : "bar.next")}</Button>
    </div>
  );
}
