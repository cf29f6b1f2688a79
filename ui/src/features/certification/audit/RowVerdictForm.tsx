import type { Schemas } from "@/api/client";
import { Button, Check, Choice, Field, NativeSelect, TextArea } from "@/design";
import { useText } from "@/i18n";
import { decide, decisionOf, entryOf, look, say, type AuditSheet, type RowCode } from "./sheet";

/** RowVerdictForm takes the verdict on one row, with its reason unless it passes, and the clause where it fails. */
export function RowVerdictForm({ row, sheet, readOnly, onSheet, onNext }: {
  row: Schemas["Result"];
  sheet: AuditSheet;
  readOnly: boolean;
  onSheet: (next: AuditSheet) => void;
  onNext: () => void;
}) {
  const t = useText("audit");
  const { no } = row;
  const entry = entryOf(sheet, no);
  const code = decisionOf(sheet, row);
  const reasoned = entry && entry.verdict !== "pass" ? entry : undefined;
  const clauses = t("clauses").split(" ").map((value) => ({ value, label: t("clause.of", { clause: value }) }));
  const add = (words: string) => onSheet(say(sheet, no, { reason: [reasoned?.reason.trim(), words].filter(Boolean).join("") }));
  return (
    <div className="audit-verdict">
      {row.sampled && <Check label={t("look.label")} hint={t("look.hint")} checked={sheet.looked.includes(no)} readOnly={readOnly} onChange={(on) => onSheet(look(sheet, no, on))} />}
      <Choice<RowCode>
        legend={t("verdict.legend")}
        joined
        readOnly={readOnly}
        name={`verdict-${no}`}
        value={code}
        options={(["pass", "return", "fail"] as const).map((value) => ({ value, label: t(`verdict.${value}`) }))}
        onChange={(value) => onSheet(decide(sheet, no, value))}
      />
      {reasoned?.verdict === "fail" && (
        <Field label={t("clause.label")} required>
          {(wiring) => <NativeSelect {...wiring} empty={t("clause.choose")} options={clauses} value={reasoned.clause} onChange={(event) => onSheet(say(sheet, no, { clause: event.target.value }))} />}
        </Field>
      )}
      {reasoned && (
        <>
          <Field label={t(`reason.${reasoned.verdict as "return" | "fail"}`)} hint={t("reason.hint")} required>
            {(wiring) => <TextArea {...wiring} rows={3} maxLength={1000} readOnly={readOnly} value={reasoned.reason} onChange={(event) => onSheet(say(sheet, no, { reason: event.target.value }))} />}
          </Field>
          {!readOnly && row.findings.length > 0 && (
            <p className="audit-quote">
              {row.findings.map((finding) => (
                <Button key={finding.field + finding.code} kind="quiet" small icon="plus" onClick={() => add(t("reason.quote", { field: finding.name, message: finding.message, remedy: finding.remedy }))}>
                  {t("reason.use", { field: finding.name })}
                </Button>
              ))}
            </p>
          )}
        </>
      )}
      {code !== "" && !readOnly && <p><Button small icon="right" onClick={onNext}>{t("key.next")}</Button></p>}
    </div>
  );
}
