import type { Schemas } from "@/api/client";
import type { Finding } from "@/design";

/** findingOn gives the city's finding on a material: of its review, or of its online check. */
export function findingOn(acceptance: Schemas["AcceptanceSheet"] | undefined, number: number): { finding: Finding; online: boolean } {
  const finding = acceptance?.materials.find((m) => m.number === number)?.finding ?? "";
  const check = acceptance?.onlineChecks.find((c) => c.material === number);
  if (finding) return { finding, online: false };
  return { finding: check?.result === "ok" ? "pass" : check?.result === "failed" ? "refuse" : "", online: !!check };
}
