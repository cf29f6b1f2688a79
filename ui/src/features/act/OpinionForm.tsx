import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Field, TextArea, Upload } from "@/design";
import { useText } from "@/i18n";
import { useDocuments } from "@/features/case/queries";
import { fieldId, wordsAt } from "@/features/task/fields";
import type { OpinionDraft } from "./opinion";

/** OpinionForm takes a body's opinion and what is attached to it. */
export function OpinionForm({ draft, problems, caseNo, label, hint, required, rows = 5, attach = true }: {
  draft: Draft<OpinionDraft>;
  problems: readonly Schemas["FieldProblem"][];
  caseNo: string;
  label: string;
  hint?: string;
  required?: boolean;
  rows?: number;
  attach?: boolean;
}) {
  const t = useText("act");
  const { sheet } = draft.value;
  const { documents } = useDocuments(sheet.documents);
  const put = (change: Partial<OpinionDraft["sheet"]>) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, ...change } }));
  return (
    <div className="opinion-form">
      <Field id={fieldId("/sheet/opinion")} label={label} hint={hint} error={wordsAt(problems, "/sheet/opinion")} required={required} optional={!required}>
        {(wiring) => <TextArea {...wiring} rows={rows} value={sheet.opinion} onChange={(event) => put({ opinion: event.target.value })} />}
      </Field>
      {attach && (
        <Upload
          purpose="proof"
          caseNo={caseNo}
          accept="application/pdf,image/jpeg,image/png,.docx"
          multiple
          label={t("opinion.files")}
          value={sheet.documents.flatMap((id) => documents.get(id) ?? [])}
          onChange={(files: Schemas["Document"][]) => put({ documents: files.map((file) => file.id) })}
          trustOf={() => "office"}
        />
      )}
    </div>
  );
}
