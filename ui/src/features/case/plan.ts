import { useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { useText } from "@/i18n";
import { guideQuery, policyQuery, regionsQuery } from "./queries";
import { isTenure } from "./part";
import type { Planned } from "./progress";

const byExperts = new Set(["expertReview", "deliberation", "assessment", "signature"]);
const byEnterprise = new Set(["supplement", "rectification", "commitment"]);

/** The stages in which the city's clock stands for a reason of policy (clock.pauses). */
const standing: Record<string, string[]> = {
  supplement: ["supplement"], expertReview: ["expertReview", "deliberation", "assessment", "signature"], siteVisit: ["siteVisit"],
  rectification: ["rectification"], commitment: ["commitment"],
};

/** usePlan gives the stages of a filing with who carries each out, and what the rules allow for it. */
export function usePlan(now: Schemas["Case"]): Planned[] {
  const t = useText("case");
  const { data: guide } = useSuspenseQuery(guideQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  const { data: policy } = useSuspenseQuery(policyQuery(now.policy));
  if (isTenure(now)) return [];
  const province = (kind: string) => regions.provincial.find((body) => body.kind === kind)?.name ?? "";
  const bodyOf = (stage: string): string => {
    if (byEnterprise.has(stage)) return now.enterpriseName;
    if (byExperts.has(stage)) return t("way.experts");
    if (stage === "submission" || stage === "publication") return now.bureau.name;
    if (stage === "centreReview") return province("centre");
    if (stage === "receipt") return province("department");
    return now.competent.name;
  };
  const reasons = policy.parameters.find((p) => p.key === "clock.pauses")?.value;
  const still = new Set(Array.isArray(reasons) ? reasons.flatMap((reason) => standing[String(reason)] ?? []) : []);
  const delegated = now.competent.id !== now.bureau.id;
  return guide.steps
    .filter((step) => step.stage !== "finished" && (step.stage !== "delegateOpinion" || delegated))
    .map((step) => ({
      stage: step.stage, name: step.name, body: bodyOf(step.stage), counted: !still.has(step.stage),
      ...(step.limit && !step.counted ? { limit: step.limit } : {}), ...(step.unit ? { unit: step.unit } : {}),
    }));
}
