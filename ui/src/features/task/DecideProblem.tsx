import { useNavigate } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { ConflictNotice, ErrorSummary, ProblemNotice } from "@/design";
import { useText } from "@/i18n";
import type { Deciding } from "./decide";
import { fieldId } from "./fields";
import { forgetCase } from "./queries";

/** DecideProblem says why a decision came to nothing: somebody was first, fields are wrong, or something did not answer. */
export function DecideProblem({ view, deciding, mine, labelOf }: {
  view: Schemas["TaskView"];
  deciding: Deciding;
  /** mine: the words that the person wrote, for copying after a lost race. */
  mine: string;
  labelOf?: (pointer: string) => string;
}) {
  const t = useText("shell");
  const navigate = useNavigate();
  const { problem } = deciding;
  if (!problem) return null;
  if (problem.lostRace) {
    return (
      <ConflictNotice
        problem={problem}
        mine={mine}
        onView={() => void navigate({ to: "/app/cases/$caseNo", params: { caseNo: view.task.caseNo } })}
        entries={view.task.role === "clerk"}
        onRedo={() => {
          deciding.dismiss();
          void forgetCase(view.task.caseNo);
        }}
      />
    );
  }
  if (problem.fields.length > 0) {
    return <ErrorSummary title={t("decide.wrong")} problems={problem.fields} labelOf={labelOf ?? (() => "")} targetOf={(pointer) => fieldId(pointer)} />;
  }
  return <ProblemNotice problem={problem} />;
}
