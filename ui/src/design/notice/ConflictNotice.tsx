import { useState } from "react";
import type { Problem } from "@/api/problem";
import { timeOf, useText } from "@/i18n";
import { Button } from "../action/Button";
import { Icon } from "../icon/Icon";
import "./notice.css";

/** ConflictNoticeProps: the facts of a 409 and what the person had written. */
export interface ConflictNoticeProps {
  problem: Problem;
  mine: string;
  /** The word of the verdict that was first; the facts hold its code. */
  verdictName?: string;
  /** What was written are entries of an applicant's form, not an officer's or expert's opinion. */
  entries?: boolean;
  onView: () => void;
  onRedo: () => void;
}

/** ConflictNotice says who was first and keeps what was written. It is the one place where a lost race is told. */
export function ConflictNotice({ problem, mine, verdictName, entries = false, onView, onRedo }: ConflictNoticeProps) {
  const t = useText("design");
  const [copied, setCopied] = useState<"yes" | "no">();
  const { who, at, state, verdict, verdictName: said } = problem.facts;
  const time = at && !Number.isNaN(Date.parse(at)) ? timeOf(at) : undefined;
  const name = verdictName ?? said ?? verdict;
  const sentence = () => {
    if (!who || !time) return problem.message;
    if (name) return t("conflict.decided", { who, time, verdict: name });
    return t(state === "done" ? "conflict.done" : "conflict.claimed", { who, time });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(mine);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <section className="jx-notice jx-notice-conflict" role="alert">
      <Icon name="swap" />
      <div className="jx-notice-body">
        <p className="jx-notice-title">{sentence()}</p>
        {mine && <p>{t(entries ? "conflict.entries.kept" : "conflict.kept")}</p>}
        {mine && <blockquote className="jx-notice-mine" tabIndex={0} aria-label={t(entries ? "conflict.entries.mine" : "conflict.mine")}>{mine}</blockquote>}
        <div className="jx-notice-actions">
          <Button icon="eye" onClick={onView}>{t("conflict.view")}</Button>
          {mine && <Button icon="file" onClick={() => void copy()}>{t(entries ? "conflict.entries.copy" : "conflict.copy")}</Button>}
          <Button icon="retry" onClick={onRedo}>{t(entries ? "conflict.entries.redo" : "conflict.redo")}</Button>
          {copied && <span role="status" className="jx-status">{t(copied === "yes" ? "conflict.copied" : "conflict.notCopied")}</span>}
        </div>
      </div>
    </section>
  );
}
