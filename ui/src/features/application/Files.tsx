import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { Upload } from "@/design";
import { useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { useField } from "./fields";
import type { Documents } from "./section";

type Purpose = Schemas["DocumentPurpose"];

/** kindsOf says which files serve a purpose, as the server does (api/document.go). */
export const kindsOf: Partial<Record<Purpose, string>> = {
  material: ".pdf,.docx,.xlsx,.jpg,.jpeg,.png",
  rule: ".pdf,.docx",
  proof: ".pdf,.docx,.xlsx,.jpg,.jpeg,.png",
};

interface FilesProps {
  at: string;
  ids: readonly string[];
  set: (ids: string[]) => void;
  documents: Documents;
  purpose: Purpose;
  caseNo?: string;
  multiple?: boolean;
  optional?: boolean;
  label?: ReactNode;
  hint?: ReactNode;
  accept?: string;
}

/** Files is a field for one file or several; files handed in earlier may be used again. */
export function Files({ at, ids, set, documents, purpose, caseNo, multiple, optional, label, hint, accept }: FilesProps) {
  const t = useText("application");
  const field = useField(at);
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const value = documents.of(ids);
  const lost = ids.length - value.length;
  return (
    <div className="app-files">
      <Upload
        id={field.id}
        slot={`${field.applicationId ?? ""}${at}`}
        purpose={purpose}
        caseNo={caseNo}
        accept={accept ?? kindsOf[purpose] ?? ""}
        maxBytes={reference.limits.fileBytes}
        multiple={multiple}
        optional={optional}
        label={label ?? field.label}
        hint={hint ?? field.hint}
        error={field.error}
        value={value}
        onChange={(next) => set(documents.keep(next))}
        reuse={documents.all.filter((document) => document.purpose === purpose)}
        readOnly={field.readOnly}
      />
      {lost > 0 && <p className="app-note">{t("files.lost", { n: lost })}</p>}
    </div>
  );
}
