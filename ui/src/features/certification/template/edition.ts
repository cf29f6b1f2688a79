import type { Schemas } from "@/api/client";

export type Edition = Schemas["ResultTemplate"];
export type Editions = Schemas["ResultTemplateList"];
/** Wish is a new edition as it is filled in; its day is empty until it is chosen. */
export type Wish = Schemas["NewResultTemplate"] & { from: string };
export type Column = Schemas["TemplateColumn"];
export type Need = Schemas["TemplateEvidence"];
type TemplateField = Schemas["TemplateField"];

/** The ways of evaluation in the notice's order (三(二)). */
export const ways = ["examination", "comprehensiveReview", "processAssessment", "competition"] as const;

/** newest is the edition that a new one is made from. */
export function newest(list: Editions): Edition | undefined {
  return list.items[0];
}

/** wishFrom begins a new edition with what the newest asks for. */
export function wishFrom(base: Edition): Wish {
  return { base: base.edition, from: "", source: "", reason: "", columns: base.columns.map((one) => ({ ...one, options: [...one.options] })), evidence: base.evidence.map((one) => ({ ...one, ways: [...one.ways] })) };
}

/** tidyWish is what is sent: without blanks around, without options that are none, and without a day where none is chosen. */
export function tidyWish({ from, ...wish }: Wish): Schemas["NewResultTemplate"] {
  return {
    ...wish,
    ...(from ? { from } : {}),
    source: wish.source.trim(),
    reason: wish.reason.trim(),
    columns: wish.columns.map((one) => ({ ...one, heading: one.heading.trim(), hint: one.hint.trim(), example: one.example.trim(), options: one.options.map((option) => option.trim()).filter(Boolean) })),
    evidence: wish.evidence.map((one) => ({ ...one, kind: one.kind.trim(), name: one.name.trim() })),
  };
}

/** moved puts an entry one place up or down. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  next.splice(to, 0, one);
  return next;
}

/** leftOut lists the fields that no column has. */
export function leftOut(fields: readonly TemplateField[], columns: readonly Column[]): TemplateField[] {
  return fields.filter((field) => !columns.some((column) => column.field === field.field));
}

/** columnFor begins the column of a field. */
export function columnFor(field: TemplateField): Column {
  return { field: field.field, heading: field.name, width: 16, hint: "", options: [], example: "", required: false };
}

/** freshKind is a code for new evidence that no other has. */
export function freshKind(needs: readonly Need[]): string {
  for (let n = 1; ; n++) {
    const kind = `evidence${n}`;
    if (!needs.some((one) => one.kind === kind)) return kind;
  }
}

/** Change is one difference between an edition and the one that it is made from. */
export interface Change {
  what: "columnAdded" | "columnRemoved" | "columnRenamed" | "columnChanged" | "order" | "evidenceAdded" | "evidenceRemoved" | "evidenceChanged";
  name: string;
  before?: string;
}

/** changesOf lists what an edition would change, for whoever issues it. */
export function changesOf(base: Edition, wish: Pick<Wish, "columns" | "evidence">): Change[] {
  const changes: Change[] = [];
  for (const column of wish.columns) {
    const was = base.columns.find((one) => one.field === column.field);
    if (!was) changes.push({ what: "columnAdded", name: column.heading });
    else if (was.heading !== column.heading) changes.push({ what: "columnRenamed", name: column.heading, before: was.heading });
    else if (JSON.stringify(plainColumn(was)) !== JSON.stringify(plainColumn(column))) changes.push({ what: "columnChanged", name: column.heading });
  }
  const stays = (column: Column) => wish.columns.some((one) => one.field === column.field);
  changes.push(...base.columns.filter((column) => !stays(column)).map(({ heading }) => ({ what: "columnRemoved" as const, name: heading })));
  const order = (columns: readonly Column[], other: readonly Column[]) => columns.filter((one) => other.some(({ field }) => field === one.field)).map(({ field }) => field).join();
  if (order(base.columns, wish.columns) !== order(wish.columns, base.columns)) changes.push({ what: "order", name: "" });
  for (const need of wish.evidence) {
    const was = base.evidence.find((one) => one.kind === need.kind);
    if (!was) changes.push({ what: "evidenceAdded", name: need.name });
    else if (was.name !== need.name || [...was.ways].sort().join() !== [...need.ways].sort().join()) changes.push({ what: "evidenceChanged", name: need.name });
  }
  changes.push(...base.evidence.filter((need) => !wish.evidence.some((one) => one.kind === need.kind)).map(({ name }) => ({ what: "evidenceRemoved" as const, name })));
  return changes;
}

const plainColumn = ({ width, hint, options, example, required }: Column) => ({ width, hint, options, example, required });
