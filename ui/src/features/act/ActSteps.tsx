import { useSuspenseQuery } from "@tanstack/react-query";
import { Icon } from "@/design";
import { momentOf, useText } from "@/i18n";
import { policyQuery } from "@/features/case/queries";
import { caseQuery, statementsQuery } from "@/features/task/queries";
import { actSteps, asksPassword, plannedSteps, takesEffect, type ActStep, type StepCode } from "./steps";
import "./act.css";

/** Act is how far the act of one stage has come in one round. */
export interface Act {
  planned: StepCode[];
  steps: ActStep[];
  /** The step that is open is the last: the decision holds once it is taken. */
  last: boolean;
  /** Policy asks whoever takes the open step for the password again. */
  password: boolean;
}

/** useAct reads the steps of an act from policy and from what was said. */
export function useAct(caseNo: string, stage: string, round: number): Act {
  const { data: now } = useSuspenseQuery(caseQuery(caseNo));
  const { data: policy } = useSuspenseQuery(policyQuery(now.policy));
  const { data: said } = useSuspenseQuery(statementsQuery(caseNo));
  const planned = plannedSteps(policy.parameters, stage, now.competent.kind);
  const steps = actSteps(planned, said.items, stage, round);
  const last = takesEffect(planned, steps.find((s) => s.state === "current")?.step);
  return { planned, steps, last, password: last && asksPassword(policy.parameters, stage) };
}

/** ActSteps shows 经办 → 审核 → 签发: who took which step, and that no two are taken by one person. */
export function ActSteps({ caseNo, stage, round }: { caseNo: string; stage: string; round: number }) {
  const t = useText("act");
  const words = useText("words");
  const { planned, steps } = useAct(caseNo, stage, round);
  return (
    <section className="act-steps" aria-label={t("steps.label")}>
      <ol className="act-line">
        {steps.map(({ step, state, who, at, verdictName }, i) => (
          <li key={step} className={`act-step act-step-${state}`} aria-current={state === "current" ? "step" : undefined}>
            <span className="act-mark" aria-hidden="true">{state === "done" ? <Icon name="check" /> : i + 1}</span>
            <span className="act-name">{words.of(`step.${step}`, step)}</span>
            <span className="act-who">{who && at ? t("steps.by", { who, when: momentOf(at), verdict: verdictName ?? "" }) : state === "current" ? t("steps.now") : t("steps.later")}</span>
          </li>
        ))}
      </ol>
      <p className="act-rule">{planned.length > 1 ? t("steps.rule", { last: words.of(`step.${planned.at(-1)}`) }) : t("steps.one")}</p>
    </section>
  );
}
