import type { Schemas } from "@/api/client";

/** OpinionDraft is what is typed and not decided. */
export interface OpinionDraft {
  sheet: Schemas["OpinionSheet"];
}

/** emptyOpinion has no words and no documents. */
export const emptyOpinion: OpinionDraft = { sheet: { opinion: "", documents: [] } };
