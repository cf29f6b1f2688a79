import { useNavigate } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Button, DecisionBar, LinkButton, StatusLine, useHotkeys, VerdictCells, type Reason } from "@/design";
import { useText } from "@/i18n";
import type { Deciding } from "@/features/task/decide";
import { saidGate } from "./gateWords";
import type { Gate, Outcome } from "./gates";
import { materialNumbers, type Matter } from "./matter";
import type { Review } from "./review";
import { settle } from "./settle";
import { findingOf, wishOf, type Sheet } from "./sheet";

/** AcceptanceBar is the foot of the workbench: how far the review is, the cases before and after, and the one decision that follows. */
export function AcceptanceBar({ view, deciding, draft, review, outcome, gates, trail, onGo, onAsk }: {
  view: Schemas["TaskView"];
  deciding: Deciding;
  draft: Draft<Sheet>;
  review: Review;
  outcome: Outcome;
  gates: readonly Gate[];
  trail: { previous?: string; next?: string };
  onGo: (matter: Matter) => void;
  onAsk: (what: "return" | "refuse") => void;
}) {
  const t = useText("acceptance");
  const navigate = useNavigate();
  const sheet = draft.value;
  const words = { t, reference: review.reference };
  // What the notice's own dialog asks for does not stand against opening it.
  const before = gates.filter((gate) => gate.kind !== "again" && gate.kind !== "words" && gate.kind !== "toldWords");
  const why: Reason[] = [...view.whyNot.map(({ message }) => ({ text: message })), ...before.map((gate) => ({ text: saidGate(gate, words), onGo: "matter" in gate ? () => onGo(gate.matter) : undefined }))];
  const press = () => {
    if (outcome === "accept") void settle(draft, deciding, { verdict: "accept", note: sheet.note || undefined, sheet: wishOf(sheet, review.rules) });
    else onAsk(outcome);
  };
  useHotkeys({ "Ctrl+Enter": { run: () => why.length === 0 && !deciding.busy && press(), label: t(`main.${outcome}`) } });
  const step = (href: string | undefined, key: "previous" | "next") => href && (
    <LinkButton kind="quiet" small icon={key === "next" ? "right" : "left"} href={href} onClick={(event) => { event.preventDefault(); void navigate({ href }); }}>{t(`case.${key}`)}</LinkButton>
  );
  return (
    <DecisionBar
      left={
        <>
          <VerdictCells findings={materialNumbers.map((number) => findingOf(sheet, number))} names={review.reference.materials.map((material) => material.name)} />
          <span className="acc-progress">{t("progress", { n: materialNumbers.filter((number) => findingOf(sheet, number) !== "").length })}</span>
          <StatusLine status={draft.status} savedAt={draft.savedAt} />
          {deciding.waiting && <span role="status">{t("waiting")}</span>}
        </>
      }
      other={<span className="acc-steps">{step(trail.previous, "previous")}{step(trail.next, "next")}</span>}
      main={<Button kind={outcome === "refuse" ? "danger" : "primary"} busy={deciding.busy} why={why} onClick={press}>{t(`main.${outcome}`)}</Button>}
    />
  );
}
