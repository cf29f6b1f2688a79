import { useText } from "@/i18n";
import { LookAt } from "./ArrivalScreen";
import { ConditionForm } from "./ConditionForm";
import { useBox, useOutbox } from "./outbox/context";
import type { Place, Visit } from "./outbox/record";
import { findingOf, withFinding } from "./outbox/sheet";
import { PhotoStrip } from "./photo/PhotoStrip";

/** ConditionScreen is one of the five conditions: the finding, the words, the photos. */
export function ConditionScreen({ id, visit, number }: { id: string; visit: Visit; number: Exclude<Place, 0 | "sheet"> }) {
  const t = useText("visit");
  const outbox = useOutbox();
  const { photos } = useBox();
  const finding = findingOf(visit.sheet, number);
  const condition = visit.about.conditions.find((c) => c.number === number);
  const taken = Object.values(photos).some((photo) => photo.visit === id && photo.place === number) || (finding.photos?.length ?? 0) > 0;
  return (
    <section className="visit-screen" aria-labelledby="item">
      {condition && (
        <ConditionForm
          heading="item"
          level={1}
          condition={condition}
          finding={finding}
          photographed={taken}
          onChange={(part) => void outbox.change(id, (sheet) => ({ ...withFinding(sheet, number, part), capturedAt: new Date().toISOString() }))}
          rows={3}
          photos={
            <>
              <p className="visit-part-title">{t("photo.title")}</p>
              <PhotoStrip id={id} place={number} wanted={finding.finding === "notMet"} />
            </>
          }
        />
      )}
      <LookAt matters={visit.about.lookAt} />
    </section>
  );
}
