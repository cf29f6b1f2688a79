import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { useSession } from "@/api/session";
import { Check, Empty, Icon } from "@/design";
import { useText } from "@/i18n";
import type { Draft } from "@/draft/autosave";
import { fieldId } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { caseQuery, referenceQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { Answering } from "./Answering";
import { placesOfNotice } from "./asked";
import { NoticePaper } from "./NoticePaper";

/** SupplementDraft is the answer to a notice as it is typed. */
interface SupplementDraft {
  sheet: Schemas["SupplementSheet"];
}

const empty: SupplementDraft = { sheet: { answers: [], promise: { truthful: false, effective: false, lawful: false, by: "" } } };

/** SupplementPanel answers a notice (补正): every defect in place, then one tick for all three promises. */
export function SupplementPanel(props: PanelProps) {
  const { view } = props;
  const t = useText("application");
  const session = useSession();
  const { data: now } = useSuspenseQuery(caseQuery(view.task.caseNo));
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const draft = useSheet<SupplementDraft>(view, empty);
  const facts = view.facts as Schemas["TaskFacts"];
  const places = placesOfNotice(facts.defects ?? [], reference);
  const { promise } = draft.value.sheet;
  const promised = promise.truthful && promise.effective && promise.lawful;
  const id = fieldId("/sheet/promise");
  if (!now.applicationId || places.length === 0) return <Empty title={t("sup.nothing")} />;
  return (
    <Answering
      {...props}
      applicationId={now.applicationId}
      places={places}
      draft={draft}
      go={t("sup.go", { body: now.competent.name })}
      missing={promised ? [] : [{ text: t("sup.why.promise"), id }]}
      sheet={(answers) => ({ ...draft.value.sheet, answers })}
      lead={
        <div className="sup-lead">
          <Icon name="info" />
          <div>
            <p>{t("sup.lead", { body: now.competent.name })}</p>
            <NoticePaper caseNo={view.task.caseNo} kind="supplementNotice" />
          </div>
        </div>
      }
    >
      <Promise draft={draft} id={id} checked={promised} by={session?.user.name ?? ""} />
    </Answering>
  );
}

/** Promise is one tick for the three parts (真实性、有效性、合法性). */
function Promise({ draft, id, checked, by }: { draft: Draft<SupplementDraft>; id: string; checked: boolean; by: string }) {
  const t = useText("application");
  const give = (on: boolean) =>
    draft.change((before) => ({
      ...before,
      sheet: { ...before.sheet, promise: { truthful: on, effective: on, lawful: on, by: on ? by : "", ...(on ? { at: new Date().toISOString() } : {}) } },
    }));
  return (
    <section className="sup-promise" aria-label={t("sup.all")}>
      <Check id={id} label={<strong>{t("sup.all")}</strong>} hint={t("sup.promise")} checked={checked} onChange={give} />
    </section>
  );
}
