import type { Schemas } from "@/api/client";
import type { Text } from "@/i18n";

/** stageOf names a stage of the procedures. */
export function stageOf(reference: Pick<Schemas["FilingReference"], "stages">, code: string): string {
  return reference.stages.find((stage) => stage.code === code)?.name ?? code;
}

/** verdictName names a verdict as its stage uses it: what is 通过核验 of a filing is 审核通过 of a batch. */
export function verdictName(reference: Pick<Schemas["FilingReference"], "verdicts"> | undefined, words: Text<"words">, stage: string, code: string): string {
  return words.of(`verdict.${stage}.${code}`, reference?.verdicts.find((verdict) => verdict.code === code)?.name ?? "");
}
