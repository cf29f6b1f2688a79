import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { problemOf } from "@/api/problem";
import { Button, Choice, Dialog, FieldError, Icon, LinkButton, ProblemNotice } from "@/design";
import { sizeOf, useText } from "@/i18n";
import { masked } from "./residentId";
import { countsOf, joined, staffKinds, type StaffKind, type StaffRow } from "./staffRows";
import { checkWorkbook, faultsIn, kindsIn, templateHref, type Checked } from "./workbook";
import { WorkbookFaults, WorkbookRows } from "./WorkbookPreview";

/** largest is the greatest size of a request's body (api/middleware.go). */
const largest = 1 << 20;

interface StaffImportProps {
  applicationId: string;
  rows: readonly StaffRow[];
  onTake: (rows: StaffRow[], first: StaffKind) => void;
  onClose: () => void;
}

/** StaffImport takes the lists from a workbook: template, file, a preview of every row with what is wrong; nothing is stored before it is confirmed. */
export function StaffImport({ applicationId, rows, onTake, onClose }: StaffImportProps) {
  const t = useText("application");
  const [how, setHow] = useState<"replace" | "append">("replace");
  const [file, setFile] = useState<File>();
  const check = useMutation({ mutationFn: (chosen: File) => checkWorkbook(applicationId, chosen) });
  const checked = check.data;
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    check.reset();
    if (refusal(chosen) === undefined) check.mutate(chosen);
  };
  const refused = file && refusal(file);
  const next = checked ? joined(rows, checked.rows.map((one) => one.content), how) : [];
  const why = whyNot(checked, t);
  const take = () => checked && onTake(next, kindsIn(checked)[0] ?? "fullTime");

  return (
    <Dialog
      open
      wide
      title={t("staff.import")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("staff.cancel")}</Button>
          <Button kind="primary" icon="check" why={why} onClick={take}>{checked && why.length === 0 ? t("staff.import.take", { n: checked.rows.length }) : t("staff.import.takeNone")}</Button>
        </>
      }
    >
      <ol className="staff-import">
        <li>
          <p>{t("staff.import.template")}</p>
          <LinkButton small icon="download" href={templateHref(applicationId)} download>{t("staff.import.download")}</LinkButton>
        </li>
        <li>
          <p>{t("staff.import.file", { size: sizeOf(largest) })}</p>
          <FileChoice busy={check.isPending} name={file?.name} onFile={choose} />
          {refused && <div role="alert"><FieldError>{t(`staff.import.${refused}`, { name: file.name, size: sizeOf(largest) })}</FieldError></div>}
          {check.error && <ProblemNotice problem={problemOf(check.error)} onRetry={() => file && check.mutate(file)} />}
        </li>
      </ol>
      {checked && (
        <section className="staff-preview" aria-label={t("staff.preview")}>
          <p className="staff-stands" role="status">
            {t("staff.preview.rows", { n: checked.rows.length })}
            <span className="staff-good"><Icon name="check" />{t("staff.preview.good", { n: checked.right })}</span>
            {checked.wrong > 0 && <span className="staff-wrong"><Icon name="warning" />{t("staff.preview.wrong", { n: checked.wrong })}</span>}
          </p>
          <WorkbookFaults faults={faultsIn(checked)} name={file?.name ?? ""} />
          <WorkbookRows rows={checked.rows} masked={masked} />
          {why.length === 0 && rows.length > 0 && (
            <Choice
              legend={t("staff.import.how")}
              value={how}
              onChange={setHow}
              options={[
                { value: "replace", label: t("staff.import.replace"), hint: t("staff.import.replaceHint", { lists: kindsIn(checked).map((kind) => t(`staff.kind.${kind}`)).join("、") }) },
                { value: "append", label: t("staff.import.append") },
              ]}
            />
          )}
          {why.length === 0 && <p className="staff-after">{t("staff.import.after", { counts: staffKinds.map((kind) => t("staff.import.count", { list: t(`staff.kind.${kind}`), n: countsOf(next)[kind] })).join("，") })}</p>}
        </section>
      )}
    </Dialog>
  );
}

/** refusal is why a file is not even sent. */
function refusal(file: File): "type" | "tooLarge" | "empty" | undefined {
  if (!/\.xlsx$/i.test(file.name)) return "type";
  if (file.size === 0) return "empty";
  return file.size > largest ? "tooLarge" : undefined;
}

function whyNot(checked: Checked | undefined, t: ReturnType<typeof useText<"application">>): string[] {
  if (!checked) return [t("staff.import.needFile")];
  const wrong = faultsIn(checked).length;
  if (wrong > 0) return [t("staff.import.needMend", { n: wrong })];
  return checked.rows.length === 0 ? [t("staff.import.noRows")] : [];
}

function FileChoice({ busy, name, onFile }: { busy: boolean; name: string | undefined; onFile: (file: File | undefined) => void }) {
  const t = useText("application");
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="staff-choose">
      <Button icon="upload" busy={busy} onClick={() => input.current?.click()}>{t(name ? "staff.import.again" : "staff.import.choose")}</Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t("staff.import.choose")}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <span>{busy ? t("staff.import.checking", { name: name ?? "" }) : name}</span>
    </p>
  );
}
