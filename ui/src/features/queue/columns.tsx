import type { Schemas } from "@/api/client";
import { DeadlineText, Tag, VerdictCells, type Column } from "@/design";
import { momentOf, useText } from "@/i18n";
import { kindOfStage } from "@/features/case/kind";
import { verdictName } from "@/features/case/names";
import type { Tab } from "./list";

type Task = Schemas["Task"];

/** personOf is who has a task, by name; empty while it lies with a body. */
function personOf(task: Task): string {
  return task.claimedBy?.name || task.assignee?.name || "";
}

/** holderOf is with whom a task lies: who has it, or the body or enterprise that is to answer. */
export function holderOf(task: Task): string {
  return personOf(task) || task.holder;
}

/** useColumns are the facts of a task as the list shows them. */
export function useColumns({ tab, expert, wide, reference, gone }: {
  tab: Tab;
  expert: boolean;
  /** wide: the list holds cases of more than one city. */
  wide: boolean;
  reference: Schemas["FilingReference"] | undefined;
  gone: ReadonlySet<string>;
}): Column<Task>[] {
  const t = useText("queue");
  const words = useText("words");
  const materials = reference?.materials.map((material) => material.name) ?? [];
  const isGone = (task: Task) => gone.has(`${task.caseNo} ${task.id}`) && !task.mine;
  const verdict: Column<Task> = { key: "verdict", title: t("column.verdict"), width: "10rem", cell: (task) => (task.verdict ? verdictName(reference, words, task.stage, task.verdict) : "") };
  const holder: Column<Task> = {
    key: "holder", hideOnCard: tab !== "waiting", title: t(tab === "waiting" ? "column.with" : "column.holder"), width: tab === "waiting" ? "9.5rem" : "5.5rem",
    cell: (task) => {
      if (isGone(task)) return <span className="queue-quiet">{t("gone")}</span>;
      if (tab !== "waiting") return personOf(task) || <span className="queue-quiet">{t("nobody")}</span>;
      return task.holder === task.enterpriseName ? t("applicant") : holderOf(task);
    },
  };
  const idle: Column<Task> = {
    key: "idle", title: t("column.idle"), width: "4rem", align: "end", hideOnCard: true,
    cell: (task) => <span title={t("idle.title", { days: task.idleDays })}>{t("idle", { days: task.idleDays })}</span>,
  };
  const columns: Column<Task>[] = [
    {
      key: "due", title: t(tab === "done" ? "column.closed" : "column.due"), width: tab === "done" ? "10rem" : "17rem",
      cell: (task) => {
        if (tab === "done") return <span className="queue-when">{task.closedAt ? momentOf(task.closedAt) : ""}</span>;
        return task.paused && !task.deadline ? <Tag state="paused">{t("paused", { reason: task.paused.reasonName })}</Tag> : <DeadlineText deadline={task.deadline} plain />;
      },
    },
    { key: "no", title: t("column.no"), width: "10.25rem", cell: (task) => <span className="number">{task.caseNo}</span> },
    {
      key: "enterprise", title: t(wide ? "column.enterprise" : "column.name"), main: true,
      cell: (task) => <span className="queue-enterprise"><span className="queue-name">{task.enterpriseName}</span>{wide && <span className="queue-city">{task.regionName}</span>}</span>,
    },
    { key: "kind", title: t("column.kind"), width: "5.5rem", hideOnCard: true, cell: (task) => words.of(`kind.${kindOfStage(task.stage) === "filing" ? (task.applicationKind ?? "initial") : kindOfStage(task.stage)}`) },
    {
      key: "stage", title: t("column.stage"), width: "9.5rem",
      cell: (task) => (
        <span className="queue-stage">
          {task.stageName}
          {task.step && <span className="queue-step">{words.of(`step.${task.step}`, task.step)}</span>}
        </span>
      ),
    },
    { key: "cells", title: t("column.cells"), width: "9.5rem", cell: (task) => <Contents task={task} materials={materials} /> },
    ...(tab === "done" ? [verdict] : [holder, idle]),
  ];
  return expert ? columns.filter((column) => column.key !== "holder" && column.key !== "kind") : columns;
}

/** Contents is what a task is about at a glance: the seven materials of an application, or the rows of a batch. */
function Contents({ task, materials }: { task: Task; materials: readonly string[] }) {
  const t = useText("queue");
  if (task.batch) {
    return (
      <span className="queue-batch">
        <span>{t("batch.rows", { n: task.batch.rows })}</span>
        {task.batch.flagged > 0 && <Tag state="near">{t("batch.flagged", { n: task.batch.flagged })}</Tag>}
      </span>
    );
  }
  return kindOfStage(task.stage) === "filing" ? <VerdictCells findings={task.cells} names={[...materials]} /> : null;
}
