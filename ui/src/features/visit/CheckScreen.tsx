import { useState, type ReactNode } from "react";
import { Button, Dialog, ErrorSummary, type Reason } from "@/design";
import { dayOf, today, useText } from "@/i18n";
import type { Item } from "./items";
import { useBox, useOutbox } from "./outbox/context";
import type { Visit } from "./outbox/record";
import { documentsAt, gapsOf } from "./outbox/sheet";
import { PhotoStrip } from "./photo/PhotoStrip";

/** CheckScreen shows the whole record, says what is missing, takes the signed record, and hands it in. */
export function CheckScreen({ id, visit, against, onGo }: { id: string; visit: Visit; against: string[]; onGo: (item: Item) => void }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const box = useBox();
  const [asking, setAsking] = useState(false);
  const { sheet, about } = visit;
  const photos = Object.values(box.photos).filter((photo) => photo.visit === id);
  const gaps = gapsOf(sheet, about.least, today(), (number) => photos.filter((photo) => photo.place === number && photo.state === "kept").length);
  const refused = photos.filter((photo) => photo.state === "refused");
  const waiting = photos.filter((photo) => photo.state === "kept").length;
  const itemAt = (pointer: string): Item => {
    const n = /^\/findings\/(\d)/.exec(pointer)?.[1];
    return n ? ((Number(n) + 1) as Item) : "arrival";
  };
  const why: (string | Reason)[] = [
    ...against,
    ...(visit.theirs ? [t("check.chooseFirst")] : []),
    ...gaps.map((gap) => ({ text: t(`gap.${gap.code}`, { n: gap.number ? t(`numeral.${gap.number}` as "numeral.1") : "", least: about.least }), onGo: () => onGo(itemAt(gap.pointer)) })),
    ...refused.map((photo) => ({ text: t("gap.refused", { name: photo.name }), onGo: () => onGo(photo.place === 0 || photo.place === "sheet" ? "check" : photo.place) })),
  ];
  const counts = { met: 0, notMet: 0, notApplicable: 0, "": 0 };
  for (const { finding } of sheet.findings) counts[finding]++;
  const problem = visit.outcome?.kind === "refused" ? visit.outcome.refusal : undefined;

  return (
    <section className="visit-screen" aria-labelledby="item">
      <h1 id="item" tabIndex={-1}>{t("check.heading")}</h1>
      {problem && (problem.fields.length > 0
        ? <ErrorSummary title={t("check.refused")} problems={problem.fields} targetOf={() => undefined} />
        : <p className="visit-wrong" role="alert">{problem.detail}</p>)}
      <dl className="visit-summary">
        <Row label={t("arrival.date")} onChange={() => onGo("arrival")}>{sheet.visitedOn ? dayOf(sheet.visitedOn) : t("check.empty")}</Row>
        <Row label={t("check.people")} onChange={() => onGo("arrival")}>
          {[...about.panel.filter((one) => sheet.experts.includes(one.id)).map((one, i) => one.name || t("arrival.nameless", { n: i + 1 })), ...sheet.officers].join(t("check.and")) || t("check.empty")}
        </Row>
        {about.conditions.map((condition) => {
          const finding = sheet.findings.find((f) => f.number === condition.number);
          const n = documentsAt(sheet, condition.number as 1).length + photos.filter((photo) => photo.place === condition.number && photo.state !== "sent").length;
          return (
            <Row key={condition.number} label={`${condition.article} ${condition.name}`} onChange={() => onGo(condition.number as Item)}>
              <span className={`visit-said visit-said-${finding?.finding || "none"}`}>{finding?.finding ? t(`finding.${finding.finding}`) : t("finding.none")}</span>
              {n > 0 && <span className="visit-hint"> · {t("check.photos", { n })}</span>}
              {finding?.words && <span className="visit-said-words">{finding.words}</span>}
            </Row>
          );
        })}
      </dl>
      <div className="visit-photo-part">
        <h2>{t("check.otherPhotos")}</h2>
        <PhotoStrip id={id} place={0} />
      </div>
      <div className="visit-photo-part">
        <h2>{t("sheet.title")}</h2>
        <p className="visit-hint">{t("sheet.hint")}</p>
        <PhotoStrip id={id} place="sheet" />
      </div>
      <div className="visit-bar">
        <Button onClick={() => onGo(5)} icon="left">{t("bar.back")}</Button>
        <Button kind="primary" why={why} onClick={() => setAsking(true)}>{t("check.submit")}</Button>
      </div>
      <Dialog open={asking} title={t("check.ask")} onClose={() => setAsking(false)} footer={<Button kind="primary" onClick={() => { setAsking(false); void outbox.submit(id); }}>{t("check.submit")}</Button>}>
        <p>{t("check.counts", { met: counts.met, notMet: counts.notMet, notApplicable: counts.notApplicable })}</p>
        {waiting > 0 && <p>{t("check.waiting", { n: waiting })}</p>}
        <p>{t("check.final")}</p>
      </Dialog>
    </section>
  );
}

function Row({ label, onChange, children }: { label: string; onChange: () => void; children: ReactNode }) {
  const t = useText("visit");
  return (
    <div className="visit-summary-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className="visit-summary-act"><button type="button" className="jx-link" onClick={onChange}>{t("check.change")}<span className="visually-hidden">{label}</span></button></dd>
    </div>
  );
}
