import { useQuery } from "@tanstack/react-query";
import type { FieldProblem } from "@/api/problem";
import { FieldError, Upload } from "@/design";
import { useText } from "@/i18n";
import { useFiles } from "@/features/application/files";
import { fieldId } from "@/features/task/fields";
import { referenceQuery } from "@/features/task/queries";
import { evidenceFor, evidenceKindAt, filesOfKind, inPlan, withFiles, type Plan } from "./plan";
import type { Offer } from "./queries";

const kinds = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png";

interface EvidenceFilesProps {
  offer: Offer;
  plan: Plan;
  sent: Plan;
  problems: readonly FieldProblem[];
  slot: string;
  onChange: (next: (before: Plan) => Plan) => void;
}

/** EvidenceFiles takes the evidence of a batch (佐证材料), kind by kind. It may follow later, but not after the results are handed in. */
export function EvidenceFiles({ offer, plan, sent, problems, slot, onChange }: EvidenceFilesProps) {
  const t = useText("batch");
  const documents = useFiles();
  const reference = useQuery(referenceQuery).data;
  const wrong = (kind: string) => problems.find((problem) => evidenceKindAt(sent, problem.pointer) === kind)?.message;
  const general = problems.filter((problem) => inPlan(problem.pointer) === "/evidence");
  return (
    <section className="batch-sheet" aria-labelledby="plan-evidence">
      <h2 id="plan-evidence">{t("plan.evidence")}</h2>
      <p className="batch-hint">{t("plan.evidenceHint")}</p>
      {general.length > 0 && <div id={fieldId("/evidence")} tabIndex={-1}>{general.map((problem) => <FieldError key={problem.message}>{problem.message}</FieldError>)}</div>}
      <ul className="batch-evidence">
        {evidenceFor(offer, plan.way).map(({ kind, name }) => {
          const value = documents.of(filesOfKind(plan, kind));
          return (
            <li key={kind}>
              <Upload
                id={fieldId(`/evidence/${kind}`)}
                slot={`batch/${slot}/${kind}`}
                purpose="resultEvidence"
                accept={kinds}
                maxBytes={reference?.limits.fileBytes}
                multiple
                personal
                label={name}
                error={wrong(kind)}
                value={value}
                onChange={(next) => onChange((before) => withFiles(before, kind, documents.keep(next)))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
