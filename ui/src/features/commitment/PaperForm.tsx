import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { Field, LinkButton, TextInput, Upload } from "@/design";
import { today, useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import type { Documents } from "@/features/application/section";
import { paperHref } from "@/features/task/PaperLinks";
import { referenceQuery } from "@/features/task/queries";
import { DatePick } from "@/features/shell/DatePick";
import type { CommitmentSheet } from "./sheet";

/** scans are the kinds of files of a signed paper (api/document.go). */
const scans = "application/pdf,image/jpeg,image/png";

export interface FormProps {
  sheet: CommitmentSheet;
  set: (part: Partial<CommitmentSheet>) => void;
  documents: Documents;
  caseNo: string;
  wrong: (pointer: string) => string | undefined;
}

/** PaperForm leads through the letter on paper: print, sign and stamp, upload, say where the original is. */
export function PaperForm({ sheet, set, documents, caseNo, wrong, letter }: FormProps & { letter: Schemas["Paper"] | undefined }) {
  const t = useText("commitment");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  return (
    <ol className="commit-steps">
      <li className="commit-step">
        <h2 id={fieldId("/sheet/letter")} tabIndex={-1}><StepNumber n={1} />{t("step.print")}</h2>
        <p className="commit-hint">{t("step.print.hint")}</p>
        {letter && <LinkButton icon="download" href={paperHref(caseNo, letter)} download={`${letter.name}.pdf`}>{t("step.print.go")}</LinkButton>}
      </li>
      <li className="commit-step">
        <h2><StepNumber n={2} />{t("step.scan")}</h2>
        <Upload
          id={fieldId("/sheet/scan")}
          slot={`commitment/${caseNo}/scan`}
          purpose="commitment"
          caseNo={caseNo}
          accept={scans}
          maxBytes={reference.limits.fileBytes}
          label={t("field.scan")}
          hint={t("step.scan.hint")}
          error={wrong("/sheet/scan")}
          value={documents.of(sheet.scan ? [sheet.scan] : [])}
          onChange={(files) => set({ scan: documents.keep(files).at(-1) ?? "" })}
        />
      </li>
      <li className="commit-step">
        <h2><StepNumber n={3} />{t("step.facts")}</h2>
        <div className="commit-facts">
          <Field label={t("field.signedBy")} hint={t("field.signedBy.hint")} id={fieldId("/sheet/signedBy")} error={wrong("/sheet/signedBy")} required>
            {(wiring) => <TextInput {...wiring} value={sheet.signedBy} maxLength={200} autoComplete="off" onChange={(event) => set({ signedBy: event.target.value })} />}
          </Field>
          <Field label={t("field.signedOn")} id={fieldId("/sheet/signedOn")} error={wrong("/sheet/signedOn")} required>
            {(wiring) => <DatePick {...wiring} value={sheet.signedOn ?? ""} max={today()} onChange={(date) => set({ signedOn: date || undefined })} />}
          </Field>
        </div>
        <Field label={t("field.place")} hint={t("field.place.hint")} id={fieldId("/sheet/place")} error={wrong("/sheet/place")} required>
          {(wiring) => <TextInput {...wiring} value={sheet.place} maxLength={200} onChange={(event) => set({ place: event.target.value })} />}
        </Field>
      </li>
    </ol>
  );
}

/** Authorisation takes the 授权委托书 of the clerk, unless one is on file from an earlier letter. */
export function Authorisation({ sheet, set, documents, caseNo, wrong, onFile, step }: FormProps & { onFile: boolean; step?: number }) {
  const t = useText("commitment");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  return (
    <section className="commit-step">
      <h2>{step && <StepNumber n={step} />}{t("step.authorisation")}</h2>
      {onFile && <p className="commit-hint">{t("authorisation.onFile")}</p>}
      <Upload
        id={fieldId("/sheet/authorisation")}
        slot={`commitment/${caseNo}/authorisation`}
        purpose="commitment"
        caseNo={caseNo}
        accept={scans}
        maxBytes={reference.limits.fileBytes}
        optional={onFile}
        label={t("field.authorisation")}
        hint={t("authorisation.hint")}
        error={wrong("/sheet/authorisation")}
        value={documents.of(sheet.authorisation ? [sheet.authorisation] : [])}
        onChange={(files) => set({ authorisation: documents.keep(files).at(-1) ?? "" })}
      />
    </section>
  );
}

function StepNumber({ n }: { n: number }) {
  return <span className="commit-number" aria-hidden="true">{n}</span>;
}
