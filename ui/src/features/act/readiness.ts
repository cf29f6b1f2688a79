import type { Schemas } from "@/api/client";
import { grantedBy, sheetOf } from "@/features/case/granted";

type Statement = Schemas["Statement"];

/** Check is one thing that must stand before a case goes on; `caution` warns and does not bar. */
export interface Check {
  key: "accepted" | "assessed" | "signed" | "passed" | "granted" | "committed" | "endorsed";
  ok: boolean;
  at?: string;
  by?: string;
  /** Experts who signed with a dissent. */
  dissents?: number;
}

/** Known is what the checks are made from. */
export interface Known {
  statements: readonly Statement[];
  occupations: readonly Schemas["OccupationRow"][];
  delegated: boolean;
}

const last = (all: readonly Statement[], stage: string, verdict: string) => all.filter((s) => s.stage === stage && s.verdict === verdict).at(-1);

/** readiness lists what 附件3 rests on (notice 四(二)), and what of it is missing. */
export function readiness({ statements, occupations, delegated }: Known): Check[] {
  const of = (key: Check["key"], said: Statement | undefined): Check => ({ key, ok: !!said, ...(said ? { at: said.at, by: said.onBehalf?.name || said.actor.name } : {}) });
  const panel = sheetOf<"panel">(last(statements, "panel", "appoint"));
  const signatures = statements.filter((s) => s.stage === "signature");
  const round = Math.max(0, ...signatures.map((s) => s.round));
  const signed = new Map(signatures.filter((s) => s.round === round).map((s) => [s.onBehalf?.id || s.actor.id, s.verdict]));
  const members = panel?.members ?? [...signed.keys()];
  const everyone = members.length > 0 && members.every((id) => signed.get(id) === "sign" || signed.get(id) === "dissent");
  const newest = signatures.at(-1);
  return [
    of("accepted", last(statements, "acceptance", "accept")),
    of("assessed", last(statements, "assessment", "conclude")),
    { key: "signed", ok: everyone, dissents: [...signed.values()].filter((v) => v === "dissent").length, ...(everyone && newest ? { at: newest.at } : {}) },
    of("passed", last(statements, "verification", "pass")),
    { key: "granted", ok: grantedBy(occupations, statements).length > 0 },
    of("committed", last(statements, "commitmentCheck", "accept")),
    ...(delegated ? [of("endorsed", last(statements, "delegateOpinion", "endorse"))] : []),
  ];
}
