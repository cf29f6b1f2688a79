import type { ReactNode } from "react";
import type { Problem } from "@/api/problem";
import { useText } from "@/i18n";
import { Button } from "../action/Button";
import { Icon } from "../icon/Icon";
import "./notice.css";

/** ProblemNoticeProps: what is said of the person's own work depends on the page, so the page says it. */
export interface ProblemNoticeProps {
  problem: Problem;
  onRetry?: () => void;
  /** kept: what was typed is still here; none: nothing was being typed, so nothing is said. */
  work?: "kept" | "none";
  phone?: string;
  /** More ways out, beside 重试. */
  children?: ReactNode;
}

const own = new Set(["offline", "unreadable", "slow", "page"]);

/** ProblemNotice says what happened, whether the work is kept, what to do, and the number to name when asking. */
export function ProblemNotice({ problem, onRetry, work = "none", phone, children }: ProblemNoticeProps) {
  const t = useText("design");
  const local = own.has(problem.code);
  const title = t.of(`problem.${problem.code}.title`, t(problem.again ? "problem.again" : "problem.refused"));
  const words = local ? t.of(`problem.${problem.code}.text`) : problem.message;
  return (
    <section className="jx-notice jx-notice-problem" role="alert">
      <Icon name="warning" />
      <div className="jx-notice-body">
        <p className="jx-notice-title">{title}</p>
        {words && <p>{words}</p>}
        {work === "kept" && <p>{t("problem.kept")}</p>}
        {(onRetry || children) && (
          <div className="jx-notice-actions">
            {onRetry && <Button icon="retry" onClick={onRetry}>{t("problem.retry")}</Button>}
            {children}
          </div>
        )}
        {(problem.requestId || phone) && (
          <p className="jx-notice-help">
            {phone && <span>{t.rich("problem.phone", { phone: <a href={`tel:${phone}`}>{phone}</a> })}</span>}
            {problem.requestId && <span className="jx-notice-trace">{t("problem.trace", { id: problem.requestId })}</span>}
          </p>
        )}
      </div>
    </section>
  );
}
