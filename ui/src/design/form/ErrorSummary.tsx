import { useEffect, useRef } from "react";
import type { FieldProblem } from "@/api/problem";
import { useText } from "@/i18n";
import "./error-summary.css";

/** ErrorSummaryProps: the same words as beside the fields, and a way to each. */
export interface ErrorSummaryProps {
  title?: string;
  problems: readonly FieldProblem[];
  /** Names the field, when the sentence alone does not. */
  labelOf?: (pointer: string) => string;
  /** The id of the field's control on this page. */
  targetOf: (pointer: string) => string | undefined;
}

/** goTo brings a control into sight and gives it the focus. */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

/** ErrorSummary takes the focus, says what is wrong, and says so in the page's title. */
export function ErrorSummary({ title, problems, labelOf, targetOf }: ErrorSummaryProps) {
  const t = useText("design");
  const box = useRef<HTMLDivElement>(null);
  const what = problems.map((problem) => problem.pointer + problem.message).join();
  const prefix = t("errors.titlePrefix");

  useEffect(() => {
    if (!what) return;
    box.current?.focus();
    const before = document.title;
    if (!before.startsWith(prefix)) document.title = prefix + before;
    return () => {
      if (document.title === prefix + before) document.title = before;
    };
  }, [what, prefix]);

  if (problems.length === 0) return null;
  return (
    <div ref={box} className="jx-errors" role="alert" tabIndex={-1}>
      <h2 className="jx-errors-title">{title ?? t("errors.title", { count: problems.length })}</h2>
      <ul className="jx-errors-list">
        {problems.map((problem) => {
          const target = targetOf(problem.pointer);
          const label = labelOf?.(problem.pointer);
          const words = label ? t("errors.item", { label, message: problem.message }) : problem.message;
          return (
            <li key={problem.pointer + problem.code + problem.message}>
              {target ? <a href={`#${target}`} onClick={(event) => { event.preventDefault(); goTo(target); }}>{words}</a> : words}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
