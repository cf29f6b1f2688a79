import type { Problem } from "@/api/problem";
import { ErrorSummary, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { evidenceKindAt, inPlan, type Plan } from "./plan";

/** planTarget is the control that a pointer into a plan names. */
export function planTarget(plan: Plan, pointer: string): string {
  const kind = evidenceKindAt(plan, pointer);
  return fieldId(kind ? `/evidence/${kind}` : inPlan(pointer));
}

/** PlanProblems says what is wrong in a plan that was sent, with a way to each field, or why it could not be sent. */
export function PlanProblems({ problem, plan, onRetry }: { problem: Problem; plan: Plan; onRetry: () => void }) {
  const t = useText("batch");
  if (problem.fields.length === 0) return <ProblemNotice problem={problem} work="kept" {...(problem.again || problem.code === "stale" ? { onRetry } : {})} />;
  return <ErrorSummary title={t("plan.wrong")} problems={problem.fields} targetOf={(pointer) => planTarget(plan, pointer)} />;
}
