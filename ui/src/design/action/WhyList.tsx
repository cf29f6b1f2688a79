import { useText } from "@/i18n";
import { Icon } from "../icon/Icon";
import "./why-list.css";

/** Reason is one unmet condition, and where to go to meet it. */
export interface Reason {
  text: string;
  href?: string;
  onGo?: () => void;
}

/** reasonOf takes a sentence or a reason. */
export function reasonOf(reason: string | Reason): Reason {
  return typeof reason === "string" ? { text: reason } : reason;
}

/** WhyList says why something cannot be done yet, with a way to each condition that is not met. */
export function WhyList({ reasons, title }: { reasons: readonly (string | Reason)[]; title?: string }) {
  const t = useText("design");
  return (
    <div className="jx-why">
      <p className="jx-why-title">
        <Icon name="lock" />
        {title ?? t("why.title")}
      </p>
      <ul className="jx-why-list">
        {reasons.map(reasonOf).map(({ text, href, onGo }) => (
          <li key={text}>
            {href ? (
              <a href={href} onClick={onGo && ((event) => { event.preventDefault(); onGo(); })}>{text}</a>
            ) : onGo ? (
              <button type="button" className="jx-link" onClick={onGo}>{text}</button>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
