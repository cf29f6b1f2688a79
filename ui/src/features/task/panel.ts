import type { Schemas } from "@/api/client";
import type { Deciding } from "./decide";

/** PanelProps is what a stage's panel gets: the task, and the way to decide it. */
export interface PanelProps {
  view: Schemas["TaskView"];
  deciding: Deciding;
}
