import type { Schemas } from "@/api/client";

/** PartProps is what every part of the case file gets. */
export interface PartProps {
  now: Schemas["Case"];
}

/** isTenure says whether the case is the life of a filing's validity (资质有效期): it has no application and opens with the receipt. */
export function isTenure(now: Pick<Schemas["Case"], "applicationId" | "stage">): boolean {
  return !now.applicationId && (now.stage === "valid" || now.stage === "lapsed");
}
