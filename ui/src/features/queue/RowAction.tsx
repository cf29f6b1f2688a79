import type { Schemas } from "@/api/client";
import { Button, LinkButton } from "@/design";
import { useText } from "@/i18n";

type Task = Schemas["Task"];

/** May is what a person can do with a task: take it, work on it, enter it for an expert (代录), or look at it. */
export type May = "claim" | "work" | "behalf" | "view";

/** RowAction is the one thing to do with a task: take it, work on it, or look at it. */
export function RowAction({ task, href, onOpen, onClaim, busy, may }: {
  task: Task;
  href: string;
  onOpen: () => void;
  onClaim: () => void;
  busy: boolean;
  may: May;
}) {
  const t = useText("queue");
  const name = <span className="visually-hidden">{task.enterpriseName}</span>;
  if (may === "claim") return <Button small busy={busy} onClick={onClaim}>{t("claim")}{name}</Button>;
  return (
    <LinkButton
      small
      kind={may === "work" ? "primary" : may === "behalf" ? "plain" : "quiet"}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {t(may)}{name}
    </LinkButton>
  );
}

/** mayOf says what a person can do with a task of a list. Experts claim nothing: what they may answer is theirs to work on. */
export function mayOf(task: Task, tab: string, { gone = false, expert = false } = {}): May {
  if (tab === "done" || task.state === "done" || task.state === "void") return "view";
  if (task.onBehalf) return "behalf";
  if (tab === "waiting") return "view";
  if (task.mine || (expert && !task.claimedBy?.id)) return "work";
  return gone || task.claimedBy?.id ? "view" : "claim";
}
