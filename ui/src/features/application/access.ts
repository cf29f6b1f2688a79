import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { caseQuery, taskQuery } from "@/features/task/queries";
import { mendable } from "./mendable";
import { applicationQuery } from "./queries";
import { sectionCodes, type SectionCode } from "./section";

/** Access says which sections of an application may be edited now, and what the applicant is asked to mend. */
export interface Access {
  open: readonly SectionCode[];
  caseNo?: string;
  /** task is the applicant's open task (补正 or 整改), if there is one. */
  task?: Schemas["Task"];
}

type CaseRead = ReturnType<typeof caseQuery>;
type TaskRead = ReturnType<typeof taskQuery>;

/** mendingTask finds the task that asks the applicant to mend the application. */
export function mendingTask(tasks: readonly Schemas["Task"][]): Schemas["Task"] | undefined {
  return tasks.find((task) => (task.stage === "supplement" || task.stage === "rectification") && task.state === "open");
}

/** useAccess: a draft is open everywhere; a submitted application only where its applicant is asked to mend it. */
export function useAccess(applicationId: string): Access {
  const { data: application } = useSuspenseQuery(applicationQuery(applicationId));
  const caseNo = application.state === "submitted" ? application.caseNo : undefined;
  const cases: CaseRead[] = caseNo ? [caseQuery(caseNo)] : [];
  const task = mendingTask(useSuspenseQueries({ queries: cases })[0]?.data.openTasks ?? []);
  const tasks: TaskRead[] = task ? [taskQuery(task)] : [];
  const view = useSuspenseQueries({ queries: tasks })[0]?.data;
  if (application.state === "draft") return { open: sectionCodes };
  return { open: view ? mendable(view) : [], caseNo, task };
}
