import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { regionsQuery } from "@/features/case/queries";

const verification = "verification";

/** competentIn gives the body that takes applications in a city today: the bureau, or the authority where it is delegated. */
export function competentIn(regions: Schemas["RegionList"], code: string): Schemas["Body"] | undefined {
  const city = regions.items.find((region) => region.code === code);
  return city?.bodies.find((body) => body.duties?.includes(verification)) ?? city?.bodies.find((body) => body.kind === (city.delegated ? "authority" : "bureau"));
}

/** useCompetent gives the body that takes applications in a city. */
export function useCompetent(region: string): Schemas["Body"] | undefined {
  return competentIn(useSuspenseQuery(regionsQuery).data, region);
}
