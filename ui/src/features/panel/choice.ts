import type { Schemas } from "@/api/client";

type Expert = Schemas["Expert"];

/** PanelSheet is the panel as it is being chosen. */
export type PanelSheet = Schemas["PanelSheet"];

/** emptyPanel has nobody. */
export const emptyPanel: PanelSheet = { members: [], leader: "", note: "" };

/** Limits are how many experts a panel has, by policy. */
export interface Limits {
  least: number;
  evenAllowed: boolean;
}

/** toggleMember takes an expert on or off the panel. Whoever is chosen first leads it until somebody else is named. */
export function toggleMember(sheet: PanelSheet, id: string): PanelSheet {
  const members = sheet.members.includes(id) ? sheet.members.filter((member) => member !== id) : [...sheet.members, id];
  const leader = members.includes(sheet.leader) ? sheet.leader : (members[0] ?? "");
  return { ...sheet, members, leader };
}

/** lead names the leader, who is a member by that. */
export function lead(sheet: PanelSheet, id: string): PanelSheet {
  return { ...sheet, members: sheet.members.includes(id) ? sheet.members : [...sheet.members, id], leader: id };
}

/** Lack is one thing that stands against appointing the panel. */
export type Lack = { kind: "few"; missing: number } | { kind: "even" } | { kind: "leader" } | { kind: "conflict" | "check"; name: string };

/** A namesake in the applicant's lists is to be looked into; every other conflict bars the expert. */
const toCheck = "staff";

/** isBarred says whether an expert must stand aside (回避). */
export function isBarred(expert: Expert): boolean {
  return expert.conflicts.some((conflict) => conflict.code !== toCheck);
}

/** isDoubtful says whether somebody must look into it first whether the expert must stand aside. */
export function isDoubtful(expert: Expert): boolean {
  return expert.conflicts.length > 0 && !isBarred(expert);
}

/** lacksOf lists all that stands against appointing the panel. */
export function lacksOf(sheet: PanelSheet, experts: readonly Expert[], limits: Limits): Lack[] {
  const lacks: Lack[] = [];
  const count = sheet.members.length;
  if (count < limits.least) lacks.push({ kind: "few", missing: limits.least - count });
  else if (count % 2 === 0 && !limits.evenAllowed) lacks.push({ kind: "even" });
  if (count > 0 && !sheet.members.includes(sheet.leader)) lacks.push({ kind: "leader" });
  for (const expert of experts) {
    if (!sheet.members.includes(expert.id)) continue;
    if (isBarred(expert)) lacks.push({ kind: "conflict", name: expert.name });
    else if (isDoubtful(expert) && !sheet.note.trim()) lacks.push({ kind: "check", name: expert.name });
  }
  return lacks;
}

/** ordered lists the candidates: who may be chosen before who must stand aside, the least called upon first. */
export function ordered(experts: readonly Expert[]): Expert[] {
  return [...experts].sort((a, b) => Number(isBarred(a)) - Number(isBarred(b)) || Number(isDoubtful(a)) - Number(isDoubtful(b)) || a.recent - b.recent || a.name.localeCompare(b.name, "zh-CN"));
}

/** covers gives the occupations of the application that an expert knows. */
export function covers(expert: Expert, applied: readonly Pick<Schemas["OccupationRow"], "code" | "name">[]): string[] {
  return applied.filter((row) => expert.occupations.includes(row.code)).map((row) => row.name);
}

/** uncovered gives the occupations of the application that nobody on the panel knows. */
export function uncovered(sheet: PanelSheet, experts: readonly Expert[], applied: readonly Pick<Schemas["OccupationRow"], "code" | "name">[]): string[] {
  const known = new Set(experts.filter((expert) => sheet.members.includes(expert.id)).flatMap((expert) => expert.occupations));
  return [...new Set(applied.filter((row) => !known.has(row.code)).map((row) => row.name))];
}
