import { Count, Line, Prose, SectionFields, Tick } from "./fields";
import { Files } from "./Files";
import { kindOf, valueAt, withValue, within } from "./pointers";
import type { SectionCode, SectionProps } from "./section";

/** PointerField is the very field that an entry of a notice names, by itself. It shows nothing where the whole form is needed. */
export function PointerField<S extends SectionCode>({ pointer, props }: { pointer: string; props: SectionProps<S> }) {
  const inside = within(pointer);
  const value = valueAt(props.content, inside);
  const set = (next: unknown) => props.change((before) => withValue(before, inside, next));
  return (
    <SectionFields applicationId={props.applicationId} gaps={props.gaps} readOnly={props.readOnly}>
      <One kind={kindOf(pointer, value)} pointer={pointer} value={value} set={set} documents={props.documents} caseNo={props.caseNo} />
    </SectionFields>
  );
}

type OneProps = Pick<SectionProps<SectionCode>, "documents" | "caseNo"> & { kind: ReturnType<typeof kindOf>; pointer: string; value: unknown; set: (next: unknown) => void };

function One({ kind, pointer, value, set, documents, caseNo }: OneProps) {
  switch (kind) {
    case "line":
      return <Line at={pointer} value={String(value)} set={set} />;
    case "prose":
      return <Prose at={pointer} value={String(value)} set={set} />;
    case "count":
      return <Count at={pointer} value={Number(value)} set={set} />;
    case "tick":
      return <Tick at={pointer} checked={Boolean(value)} set={set} />;
    case "file":
      return <Files at={pointer} ids={value ? [String(value)] : []} set={([id = ""]) => set(id)} documents={documents} purpose={pointer.startsWith("/rules/") ? "rule" : "material"} caseNo={caseNo} />;
    case "files":
      return <Files at={pointer} ids={value as string[]} set={set} documents={documents} purpose="proof" caseNo={caseNo} multiple />;
    case "form":
      return null;
  }
}
