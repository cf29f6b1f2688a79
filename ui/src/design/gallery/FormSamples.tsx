import { useState } from "react";
import { Check, Choice, DateInput, ErrorSummary, Field, NativeSelect, StatusLine, TextArea, TextInput, type AutosaveStatus, type Finding } from "@/design";
import { Row, Section } from "./Section";
import { useWords } from "./words";

const statuses: AutosaveStatus[] = ["waiting", "saving", "saved", "retrying", "conflict", "refused"];

/** FormSamples shows every control, empty, filled, wrong and read-only. */
export function FormSamples() {
  const w = useWords();
  const [kind, setKind] = useState<"new" | "more" | "renew">("new");
  const [finding, setFinding] = useState<Exclude<Finding, "">>("supplement");
  const [promised, setPromised] = useState(false);
  const [summary, setSummary] = useState(false);
  const problems = [
    { pointer: "/code", code: "length", message: w("errors.codeText") },
    { pointer: "/phone", code: "format", message: w("errors.phoneText") },
  ];
  return (
    <>
      <Section id="fields" title={w("fields")}>
        <div className="gallery-grid">
          <Field label={w("fields.name")} hint={w("fields.nameHint")} required>{(wiring) => <TextInput {...wiring} defaultValue={w("fields.nameValue")} />}</Field>
          <Field id="f-code" label={w("fields.code")} error={w("fields.codeError")} required>{(wiring) => <TextInput {...wiring} chars={20} defaultValue="91210100117821234" />}</Field>
          <Field label={w("fields.read")}>{(wiring) => <TextInput {...wiring} readOnly value={w("fields.readValue")} />}</Field>
          <Field label={w("fields.city")}>{(wiring) => <NativeSelect {...wiring} empty={w("fields.cityEmpty")} options={[{ value: "sy", label: w("fields.shenyang") }, { value: "dl", label: w("fields.dalian") }]} />}</Field>
          <Field label={w("fields.date")} optional>{(wiring) => <DateInput {...wiring} defaultValue="2026-12-04" />}</Field>
          <Field id="f-phone" label={w("fields.inline")} inline>{(wiring) => <TextInput {...wiring} type="tel" chars={12} />}</Field>
          <Field label={w("fields.opinion")} hint={w("fields.opinionHint")} aside="28 / 2000">{(wiring) => <TextArea {...wiring} defaultValue={w("fields.opinionValue")} />}</Field>
          <Choice legend={w("fields.kind")} value={kind} onChange={setKind} options={[
            { value: "new", label: w("fields.new"), hint: w("fields.newHint") },
            { value: "more", label: w("fields.more") },
            { value: "renew", label: w("fields.renew"), hint: w("fields.renewHint") },
          ]} />
          <Choice legend={w("fields.verdict")} joined value={finding} onChange={setFinding} options={[
            { value: "pass", label: w("fields.pass") },
            { value: "supplement", label: w("fields.supplement") },
            { value: "refuse", label: w("fields.refuse") },
          ]} />
          <Check label={w("fields.promise")} hint={w("fields.promiseHint")} checked={promised} onChange={setPromised} error={promised ? undefined : w("fields.promiseError")} />
        </div>
      </Section>
      <Section id="errors" title={w("errors")}>
        <Row><Check label={w("errors")} checked={summary} onChange={setSummary} /></Row>
        {summary && <ErrorSummary problems={problems} labelOf={(pointer) => w(pointer === "/code" ? "fields.code" : "errors.phone")} targetOf={(pointer) => `f-${pointer.slice(1)}`} />}
      </Section>
      <Section id="saving" title={w("saving")}>
        <Row>{statuses.map((status) => <StatusLine key={status} status={status} savedAt={status === "saved" ? new Date("2026-11-25T10:32:00+08:00") : undefined} />)}</Row>
      </Section>
    </>
  );
}
