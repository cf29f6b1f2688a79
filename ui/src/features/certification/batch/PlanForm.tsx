import { Suspense } from "react";
import type { FieldProblem } from "@/api/problem";
import { Choice, Field, Loading, NativeSelect, TextArea, TextInput } from "@/design";
import { useText } from "@/i18n";
import { DatePick } from "@/features/shell/DatePick";
import { fieldId } from "@/features/task/fields";
import { Assessors } from "./Assessors";
import { EvidenceFiles } from "./EvidenceFiles";
import { inPlan, occupationKey, offeredOf, withOccupation, type Plan } from "./plan";
import type { Offer } from "./queries";

interface PlanFormProps {
  offer: Offer;
  plan: Plan;
  /** The plan as it was sent: what the problems point into. */
  sent: Plan;
  onChange: (next: Plan | ((before: Plan) => Plan)) => void;
  problems: readonly FieldProblem[];
  /** A name of this plan for uploads. */
  slot: string;
}

/** PlanForm is the plan of a batch (计划): what is evaluated, how, where, when, by whom, with which evidence. */
export function PlanForm({ offer, plan, sent, onChange, problems, slot }: PlanFormProps) {
  const t = useText("batch");
  const offered = offeredOf(offer, plan);
  const put = (part: Partial<Plan>) => onChange((before) => ({ ...before, ...part }));
  const wrong = (pointer: string) => problems.find((problem) => inPlan(problem.pointer) === pointer)?.message;
  const labelled = (one: Offer["occupations"][number]) => [one.name, one.workType, one.code].filter(Boolean).join(" · ");
  return (
    <div className="batch-form">
      <section className="batch-sheet" aria-labelledby="plan-what">
        <h2 id="plan-what">{t("plan.what")}</h2>
        <Field id={fieldId("/occupation")} label={t("plan.occupation")} hint={t("plan.occupationHint", { no: offer.filingNo })} error={wrong("/occupation")} required>
          {(wiring) => <NativeSelect {...wiring} empty={t("plan.choose")} value={offered ? occupationKey(offered) : ""} options={offer.occupations.map((one) => ({ value: occupationKey(one), label: labelled(one) }))} onChange={(event) => onChange((before) => withOccupation(before, offer, event.target.value))} />}
        </Field>
        {offered && (
          <>
            <Choice id={fieldId("/level")} legend={t("plan.level")} inline required options={offered.levels.map(({ code, name }) => ({ value: code, label: name }))} value={plan.level} error={wrong("/level")} onChange={(level) => put({ level })} />
            <Choice id={fieldId("/way")} legend={t("plan.way")} inline required options={offered.ways.map(({ code, name }) => ({ value: code, label: name }))} value={plan.way} error={wrong("/way")} onChange={(way) => put({ way })} />
          </>
        )}
      </section>
      <section className="batch-sheet" aria-labelledby="plan-when">
        <h2 id="plan-when">{t("plan.when")}</h2>
        <p className="batch-hint">{t("plan.whenHint")}</p>
        <div className="batch-pair">
          <Field id={fieldId("/from")} label={t("plan.from")} error={wrong("/from")} required>
            {(wiring) => <DatePick {...wiring} min={offer.validFrom} max={offer.validThrough} value={plan.from ?? ""} onChange={(from) => onChange((before) => ({ ...before, from, ...(before.to && before.to >= from ? {} : { to: from }) }))} />}
          </Field>
          <Field id={fieldId("/to")} label={t("plan.to")} error={wrong("/to")} required>
            {(wiring) => <DatePick {...wiring} min={plan.from || offer.validFrom} max={offer.validThrough} value={plan.to ?? ""} onChange={(to) => put({ to })} />}
          </Field>
        </div>
        <Field id={fieldId("/place")} label={t("plan.place")} error={wrong("/place")} required>
          {(wiring) => <TextInput {...wiring} value={plan.place} maxLength={200} autoComplete="off" onChange={(event) => put({ place: event.target.value })} />}
        </Field>
      </section>
      <Assessors assessors={plan.assessors} least={offer.assessors} wrong={wrong} onChange={(assessors) => put({ assessors })} />
      {plan.way && (
        <Suspense fallback={<Loading shape="block" />}>{/* its files are read once a way is chosen; what was typed stays in sight */}
          <EvidenceFiles offer={offer} plan={plan} sent={sent} problems={problems} slot={slot} onChange={onChange} />
        </Suspense>
      )}
      <section className="batch-sheet" aria-label={t("plan.note")}>
        <Field id={fieldId("/note")} label={t("plan.note")} error={wrong("/note")} optional>
          {(wiring) => <TextArea {...wiring} rows={2} value={plan.note} maxLength={2000} onChange={(event) => put({ note: event.target.value })} />}
        </Field>
      </section>
    </div>
  );
}
