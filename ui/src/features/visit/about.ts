import type { Schemas } from "@/api/client";
import { sheetOf } from "@/features/case/granted";
import { namesIn } from "@/features/case/people";
import type { About, Sheet, VisitRef } from "./outbox/record";
import type { Found } from "./outbox/outbox";
import { emptySheet, wholeSheet } from "./outbox/sheet";

/** Sources are what the server says of a case before a visit. */
export interface Sources {
  view: Schemas["TaskView"];
  snapshots: readonly Schemas["Snapshot"][];
  statements: readonly Schemas["Statement"][];
  conditions: readonly Schemas["ConditionInfo"][];
}

/** placesOf lists where the enterprise is: its office, and the sites where it will examine. */
export function placesOf(application: Schemas["ApplicationContent"] | undefined): About["addresses"] {
  if (!application) return [];
  const { unit, premises } = application;
  const office = unit.officeAddress || unit.registeredAddress;
  const sites = premises.sites.map(({ name, address }) => ({ name, address })).filter(({ address }) => address && address !== office);
  return [...(office ? [{ name: "", address: office }] : []), ...sites];
}

/** contactsOf lists whom to call: the contact of the enterprise, and the head of its internal body. */
export function contactsOf(application: Schemas["ApplicationContent"] | undefined): About["contacts"] {
  if (!application) return [];
  const { unit, organisation } = application;
  const all = [{ name: unit.contact.name, phone: unit.contact.phone }, { name: organisation.head, phone: organisation.phone }];
  return all.filter(({ phone }, i) => phone && all.findIndex((other) => other.phone === phone) === i);
}

/** aboutOf gathers what one wants to know on the spot. */
export function aboutOf({ view, snapshots, statements, conditions }: Sources): About {
  const application = snapshots.at(-1)?.content.application;
  const names = namesIn(statements);
  const meeting = sheetOf<"deliberation">(statements.filter((said) => said.stage === "deliberation" && said.verdict === "conclude").at(-1));
  return {
    enterprise: view.task.enterpriseName,
    openedAt: view.task.openedAt,
    deadline: view.task.deadline?.text ?? "",
    addresses: placesOf(application),
    contacts: contactsOf(application),
    panel: view.facts.panel.map((id, i) => ({ id, name: names.get(id) ?? "", leader: i === 0 })),
    least: Math.max(view.facts.visitMinimum, 1),
    lookAt: meeting?.lookAt ?? [],
    conditions: conditions.map(({ number, name, article, words }) => ({ number, name, article, words })),
  };
}

/** blankFor is what a person's record begins with: today, and the person. */
export function blankFor(session: Schemas["Session"], panel: readonly string[], today: string): Sheet {
  const { user, roles } = session;
  const expert = panel.includes(user.id);
  return { ...emptySheet(), visitedOn: today, experts: expert ? [user.id] : [], officers: !expert && roles.some((role) => role !== "expert") ? [user.name] : [] };
}

/** storedIn reads the record from a worksheet; nothing where none was saved. */
export function storedIn(worksheet: Schemas["Worksheet"] | undefined): Found["stored"] {
  const sheet = (worksheet?.content as { sheet?: Partial<Sheet> } | undefined)?.sheet;
  return worksheet && sheet ? { sheet: wholeSheet(sheet), version: worksheet.version } : undefined;
}

/** refOf names a visit by its task. */
export function refOf(task: Pick<Schemas["Task"], "caseNo" | "round" | "slot">): VisitRef {
  return { caseNo: task.caseNo, round: task.round, slot: task.slot };
}

/** visitHref is the address of a visit on the phone. */
export function visitHref({ caseNo, round, slot }: VisitRef): string {
  return `/visit/${encodeURIComponent(caseNo)}/${round}/${encodeURIComponent(slot)}`;
}
