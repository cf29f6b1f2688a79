import type { Schemas } from "@/api/client";
import type { Content, SectionCode } from "./section";
import { stampOf } from "./stamp";

type Progress = Schemas["SectionProgress"];

/** SectionState is how a section shows in the task list; blocked is one that waits for others. */
export type SectionState = Progress["state"] | "blocked";

/** groups orders the sections of the task list by what they are about. */
export const groups = [
  { code: "unit", sections: ["unit", "conditions"] },
  { code: "standard", sections: ["occupations", "plan"] },
  { code: "rules", sections: ["rules", "funding"] },
  { code: "premises", sections: ["premises"] },
  { code: "people", sections: ["organisation", "staff"] },
  { code: "materials", sections: ["materials"] },
  { code: "promise", sections: ["promise"] },
] as const satisfies readonly { code: string; sections: readonly SectionCode[] }[];

/** inOrder lists the sections as the task list does. */
export const inOrder: readonly SectionCode[] = groups.flatMap((group) => group.sections);

/** Line is one line of the task list. */
export interface Line {
  section: SectionCode;
  name: string;
  state: SectionState;
  gaps: number;
}

const registered = new Set(["name", "creditCode", "creditCodeReason", "region"]);

/** begun says whether a person has filled in anything of the enterprise: what its account says stands there from the beginning. */
function begun(unit: Content["unit"]): boolean {
  return stampOf(Object.fromEntries(Object.entries(unit).filter(([key]) => !registered.has(key)))) !== stampOf({});
}

/** linesOf gives the lines of the task list. The promise covers all that is handed in, so it waits until the rest is complete. */
export function linesOf(progress: readonly Progress[], content?: Pick<Content, "unit">): Line[] {
  const rest = progress.filter((p) => p.section !== "promise");
  const ready = rest.every((p) => p.state === "complete");
  return inOrder.flatMap((section) => {
    const p = progress.find((one) => one.section === section);
    if (!p) return [];
    const blocked = section === "promise" && !ready && p.state !== "complete";
    const fresh = section === "unit" && p.state === "inProgress" && content !== undefined && !begun(content.unit);
    return [{ section, name: p.name, state: blocked ? "blocked" : fresh ? "notStarted" : p.state, gaps: p.gaps }];
  });
}

/** done counts the complete ones. */
export function done(lines: readonly Line[]): number {
  return lines.filter((line) => line.state === "complete").length;
}

/** nextOf gives the section to go on with: the first one after `from` that is not complete, then from the top; none when only the promise is left. */
export function nextOf(lines: readonly Line[], from?: SectionCode): SectionCode | undefined {
  const at = lines.findIndex((line) => line.section === from);
  const round = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return round.find((line) => line.section !== "promise" && line.state !== "complete" && line.state !== "blocked")?.section;
}

/** readyToCheck says whether everything but the promise is complete. */
export function readyToCheck(lines: readonly Line[]): boolean {
  return lines.length > 0 && lines.every((line) => line.section === "promise" || line.state === "complete");
}
