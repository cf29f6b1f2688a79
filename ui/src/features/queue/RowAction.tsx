import type { Schemas } from "@/api/client";
import { Button, LinkButton } from "@/design";
import { useText } from "@/i18n";

type Task = Schemas["Task"];

/** RowAction is the one thing to do with a task: take it, work on it, or look at it. */
export function RowAction({ task, href, onOpen, onClaim, busy, may }: {
  task: Task;
  href: string;
  onOpen: () => void;
  onClaim: () => void;
  busy: boolean;
  may: "claim" | "work" | "view";
}) {
  const t = useText("queue");
  const name = <span className="visually-hidden">{task.enterpriseName}</span>;
  if (may === "claim") return <Button small busy={busy} onClick={onClaim}>{t("claim")}{name}</Button>;
  return (
    <LinkButton
      small
      kind={may === "work" ? "primary" : "quiet"}
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

/** mayOf says what a person can do with a task of a list. */
export function mayOf(task: Task, tab: string, gone: boolean): "claim" | "work" | "view" {
  if (tab === "done" || tab === "waiting" || task.state === "done" || task.state === "void") return "view";
  if (task.mine || task.onBehalf) return "work";
  return gone || task.claimedBy?.id ? "view" : "claim";
}
