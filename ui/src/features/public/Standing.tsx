import type { ReactNode } from "react";
import type { Schemas } from "@/api/client";
import { Tag } from "@/design";

const states = { filed: "working", published: "filed", expired: "void" } as const;

/** Standing says how a filing stands today. */
export function Standing({ status, children }: { status: Schemas["InstitutionStatus"]; children: ReactNode }) {
  return <Tag state={states[status]}>{children}</Tag>;
}
