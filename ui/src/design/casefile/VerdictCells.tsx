import { useRef, type KeyboardEvent } from "react";
import { useText } from "@/i18n";
import { classes } from "../classes";
import { VerdictMark } from "./VerdictMark";
import "./verdict-cells.css";

/** Finding is the verdict on one material; empty is not reviewed yet. */
export type Finding = "" | "pass" | "supplement" | "refuse";

/** VerdictCellsProps: findings and names in the order of the materials. */
export interface VerdictCellsProps {
  findings: readonly Finding[];
  names: readonly string[];
  /** row: in a queue, at a glance; large: in the workbench, with numbers. */
  size?: "row" | "large";
  /** Makes the cells buttons; gets the number of the material, from 1. */
  onPick?: (number: number) => void;
  /** The material in view, from 1. */
  current?: number;
}

/** VerdictCells is 七格条: one cell a material, ○ not reviewed, ✓ 合格, △ 补正, ✕ 不符. */
export function VerdictCells({ findings, names, size = "row", onPick, current }: VerdictCellsProps) {
  const t = useText("design");
  const list = useRef<HTMLOListElement>(null);
  const title = (i: number) => t("verdict.cell", { number: i + 1, name: names[i] ?? "", finding: t(`verdict.${findings[i] || "none"}`) });
  const move = (event: KeyboardEvent, i: number) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const buttons = list.current?.querySelectorAll("button");
    if (!step || !buttons) return;
    event.preventDefault();
    buttons[(i + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ol ref={list} className={classes("jx-cells", `jx-cells-${size}`)} aria-label={t("verdict.label")}>
      {findings.map((finding, i) => {
        const cell = classes("jx-cell", `jx-cell-${finding || "none"}`);
        const inside = (
          <>
            {size === "large" && <span className="jx-cell-number" aria-hidden="true">{i + 1}</span>}
            <VerdictMark finding={finding} />
            <span className="visually-hidden">{title(i)}</span>
          </>
        );
        return (
          <li key={i}>
            {onPick ? (
              <button type="button" className={cell} title={title(i)} aria-current={current === i + 1 || undefined} onClick={() => onPick(i + 1)} onKeyDown={(event) => move(event, i)}>
                {inside}
              </button>
            ) : (
              <span className={cell} title={title(i)} data-current={current === i + 1 || undefined}>{inside}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
