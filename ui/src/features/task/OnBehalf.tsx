import type { Schemas } from "@/api/client";
import { Upload } from "@/design";
import { useText } from "@/i18n";
import type { Wish } from "./decide";

/** Signed is the scan of the sheet that the expert signed. */
export type Signed = Schemas["Document"] | undefined;

/** behalfOf gives what a decision entered for somebody else carries (代录); nothing for one's own. */
export function behalfOf(view: Schemas["TaskView"], signed: Signed): Pick<Wish, "onBehalf"> {
  const user = view.task.assignee?.id;
  return view.task.onBehalf && user && signed ? { onBehalf: { user, sheetDocument: signed.id } } : {};
}

/** behalfGaps says what is missing before an officer may enter for an expert. */
export function behalfGaps(view: Schemas["TaskView"], signed: Signed, words: string): string[] {
  return view.task.onBehalf && !signed ? [words] : [];
}

/** OnBehalf tells an officer for whom this is entered, and takes the scan of the sheet that the expert signed. */
export function OnBehalf({ view, signed, onSigned }: { view: Schemas["TaskView"]; signed: Signed; onSigned: (document: Signed) => void }) {
  const t = useText("shell");
  if (!view.task.onBehalf) return null;
  return (
    <section className="on-behalf" aria-label={t("task.onBehalf")}>
      <p>{t("behalf.what", { name: view.task.assignee?.name ?? "" })}</p>
      <Upload
        purpose="sheet"
        caseNo={view.task.caseNo}
        accept="application/pdf,image/jpeg,image/png"
        label={t("behalf.sheet")}
        hint={t("behalf.hint")}
        value={signed ? [signed] : []}
        onChange={(documents) => onSigned(documents[0])}
        trustOf={() => "office"}
      />
    </section>
  );
}
