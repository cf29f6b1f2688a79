import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { Empty, Icon, Upload } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import type { PanelProps } from "@/features/task/panel";
import { caseQuery, referenceQuery } from "@/features/task/queries";
import { useSheet } from "@/features/task/sheet";
import { Answering } from "./Answering";
import { placesOfPoints } from "./asked";
import { useFiles } from "./files";
import { materialKinds } from "./MaterialItem";
import { NoticePaper } from "./NoticePaper";

/** RectificationDraft is the report on what was mended as it is typed. */
interface RectificationDraft {
  sheet: Schemas["RectificationSheet"];
}

const empty: RectificationDraft = { sheet: { answers: [], documents: [] } };

/** RectificationPanel reports on what the verification wanted mended (整改): point by point, with the proofs. */
export function RectificationPanel(props: PanelProps) {
  const { view } = props;
  const t = useText("application");
  const { data: now } = useSuspenseQuery(caseQuery(view.task.caseNo));
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const documents = useFiles();
  const draft = useSheet<RectificationDraft>(view, empty);
  const facts = view.facts as Schemas["TaskFacts"];
  const places = placesOfPoints(facts.points ?? [], reference);
  const { sheet } = draft.value;
  if (!now.applicationId || places.length === 0) return <Empty title={t("rect.nothing")} />;
  return (
    <Answering
      {...props}
      applicationId={now.applicationId}
      places={places}
      draft={draft}
      go={t("rect.go", { body: now.competent.name })}
      missing={[]}
      sheet={(answers) => ({ ...sheet, answers })}
      lead={
        <div className="sup-lead">
          <Icon name="info" />
          <div>
            <p>{t("rect.lead", { body: now.competent.name })}</p>
            <NoticePaper caseNo={view.task.caseNo} kind="rectification" />
          </div>
        </div>
      }
    >
      <section className="sup-promise">
        <Upload
          id={fieldId("/sheet/documents")}
          purpose="proof"
          caseNo={view.task.caseNo}
          accept={materialKinds}
          maxBytes={reference.limits.fileBytes}
          multiple
          optional
          label={t("rect.documents")}
          hint={t("rect.documentsHint")}
          value={documents.of(sheet.documents)}
          onChange={(files) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, documents: documents.keep(files) } }))}
        />
      </section>
    </Answering>
  );
}
