import { Button, Field, Icon, TextInput } from "@/design";
import { momentOf, useText } from "@/i18n";
import { checkOf, concluded } from "./online";
import type { Review } from "./review";
import { onlineOf, recordCheck, type OnlineCheck, type Sheet } from "./sheet";

/** OnlineCheckForm records a check that the officer makes instead of asking for paper (网上核验): what, where, with what result. */
export function OnlineCheckForm({ material, sheet, review, readOnly, onSheet, onPass }: {
  material: number;
  sheet: Sheet;
  review: Review;
  readOnly: boolean;
  onSheet: (next: Sheet) => void;
  onPass: () => void;
}) {
  const t = useText("acceptance");
  const made = onlineOf(sheet, material);
  const check = checkOf(sheet, material, review.now, { subject: t("online.subject"), source: t("online.source") });
  const write = (change: Partial<OnlineCheck>) => onSheet({ ...sheet, onlineChecks: [...sheet.onlineChecks.filter((one) => one.material !== material), { ...check, ...change }] });
  const why = [...(check.subject.trim() ? [] : [t("online.why.subject")]), ...(check.source.trim() ? [] : [t("online.why.source")])];
  return (
    <section className="acc-online" aria-label={t("online")}>
      <h3>{t("online")}</h3>
      {!made?.result && <p className="acc-quiet">{t("online.what")}</p>}
      {made?.result ? (
        <p className={`acc-online-result acc-word-${made.result === "ok" ? "pass" : "supplement"}`} role="status">
          <Icon name={made.result === "ok" ? "check" : "triangle"} />
          {t(`online.${made.result}`)}
          <span>{t("online.done", { subject: made.subject, source: made.source, when: made.checkedAt ? momentOf(made.checkedAt) : "" })}</span>
          {!readOnly && <button type="button" className="jx-link" onClick={() => write({ result: "", checkedAt: undefined })}>{t("online.again")}</button>}
        </p>
      ) : (
        <>
          <Field label={t("online.subject.label")}>{(props) => <TextInput {...props} maxLength={200} value={check.subject} readOnly={readOnly} onChange={(event) => write({ subject: event.target.value })} />}</Field>
          <Field label={t("online.source.label")}>{(props) => <TextInput {...props} maxLength={200} value={check.source} readOnly={readOnly} onChange={(event) => write({ source: event.target.value })} />}</Field>
          {!readOnly && (
            <p className="acc-online-go">
              <Button icon="check" why={why} onClick={onPass}>{t("online.passed")}</Button>
              <Button icon="triangle" why={why} onClick={() => onSheet(recordCheck(sheet, concluded(check, "failed"), review.rules))}>{t("online.notFound")}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
