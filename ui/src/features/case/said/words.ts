import type { Schemas } from "@/api/client";
import type { Text } from "@/i18n";
import type { Names } from "../people";

/** Words is what turns the codes of a sheet into words for people. */
export interface Words {
  t: Text<"case">;
  reference: Schemas["FilingReference"];
  names: Names;
  /** The occupations that were applied for, for their names. */
  occupations: readonly Schemas["OccupationRow"][];
}

/** personOf names a user; somebody the file does not tell is an expert of the panel. */
export function personOf({ t, names }: Words, id: string): string {
  return names.get(id) ?? t("said.somebody");
}

/** materialOf names a material with its number. */
export function materialOf({ t, reference }: Words, number: number): string {
  const name = reference.materials.find((m) => m.number === number)?.name ?? "";
  return t("said.material", { number, name });
}

/** conditionOf names a condition of article 一. */
export function conditionOf({ t, reference }: Words, number: number): string {
  const condition = reference.conditions.find((c) => c.number === number);
  return condition ? t("said.condition", { article: condition.article, name: condition.name }) : String(number);
}

/** sectionOf names a section of the application. */
export function sectionOf({ reference }: Words, code: string): string {
  return reference.sections.find((s) => s.code === code)?.name ?? code;
}

/** stageOf names a stage. */
export function stageOf({ reference }: Words, code: string): string {
  return reference.stages.find((s) => s.code === code)?.name ?? code;
}

/** levelOf names a level. */
export function levelOf({ reference }: Words, code: string): string {
  return reference.levels.find((l) => l.code === code)?.name ?? code;
}

/** occupationOf names an occupation, with its work type where it has one. */
export function occupationOf(words: Words, code: string, workType: string, name?: string): string {
  const known = name || words.occupations.find((row) => row.code === code)?.name || code;
  return workType && workType !== "--" ? words.t("said.workType", { name: known, workType }) : known;
}

/** grantRows lists occupations with their codes and levels, for a table; `short` names a level by its grade alone, as 五级. */
export function grantRows(words: Words, grants: readonly Schemas["Grant"][], short = false): string[][] {
  const name = (level: string) => (short ? (levelOf(words, level).split("/")[0] ?? level) : levelOf(words, level));
  return grants.map((g) => [occupationOf(words, g.code, g.workType, g.name), g.code, g.levels.map(name).join(words.t("said.and"))]);
}

/** groundLine words one reason of an adverse decision. */
export function groundLine(words: Words, ground: Schemas["Ground"]): string {
  const { t, reference } = words;
  const reason = reference.reasons.find((r) => r.code === ground.reason)?.text ?? "";
  return [t("said.clause", { clause: ground.clause }), reason, ground.words].filter(Boolean).join(t("said.dash"));
}

/** pointLine words one thing to mend. */
export function pointLine(words: Words, point: Schemas["Point"]): string {
  return conditionOf(words, point.condition) + words.t("said.colon") + point.text;
}
