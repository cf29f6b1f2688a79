import type { Schemas } from "@/api/client";

/** stageOf names a stage of the procedure. */
export function stageOf(reference: Pick<Schemas["FilingReference"], "stages">, code: string): string {
  return reference.stages.find((stage) => stage.code === code)?.name ?? code;
}
