import { useState, type ReactNode } from "react";
import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Button, DecisionBar, Dialog, ProblemNotice, StatusLine, useHotkeys, type Reason } from "@/design";
import { useText } from "@/i18n";
import type { Deciding, Wish } from "./decide";
import { OtherDraft } from "./OtherDraft";
import type { TwoWindows } from "./sheet";

/** Action is one verdict that the bar offers. */
export interface Action {
  verdict: string;
  label: string;
  kind?: "primary" | "plain" | "quiet" | "danger";
  /** why: what stands against it, all of it; empty when it may be taken. */
  why: (string | Reason)[];
  wish: () => Wish;
  /** confirm: what is said before an act that cannot be taken back. */
  confirm?: { title: string; body: ReactNode; go?: string };
}

/** DecideBar is the bar at the foot of a task: what is saved, and the verdicts; the first action is the main one. */
export function DecideBar({ view, draft, deciding, actions, left }: {
  view: Schemas["TaskView"];
  draft?: Pick<Draft<unknown>, "status" | "savedAt" | "flush" | "forget"> & Partial<Pick<Draft<unknown>, "problem"> & TwoWindows>;
  deciding: Deciding;
  actions: Action[];
  left?: ReactNode;
}) {
  const t = useText("shell");
  const [asking, setAsking] = useState<Action>();
  const against = view.whyNot.map((why) => why.message);

  async function go(action: Action) {
    setAsking(undefined);
    await draft?.flush().catch(() => undefined); // the decision carries the words itself
    const settled = await deciding.decide(action.wish());
    if (settled) await draft?.forget();
  }
  const press = (action: Action) => (action.confirm ? setAsking(action) : void go(action));
  const main = actions[0];
  const ready = main && main.why.length === 0 && against.length === 0 && !deciding.busy;
  useHotkeys({ "Ctrl+Enter": { run: () => main && ready && press(main), label: main?.label ?? "" } }, !asking);

  return (
    <>
      {draft?.keepThis && draft.takeOther && <OtherDraft view={view} draft={{ status: draft.status, keepThis: draft.keepThis, takeOther: draft.takeOther }} />}
      {draft?.status === "refused" && draft.problem && <ProblemNotice problem={draft.problem} />}
      <DecisionBar
        left={<>{draft && <StatusLine status={draft.status} savedAt={draft.savedAt} />}{deciding.waiting && <span role="status">{t("decide.waiting")}</span>}{left}</>}
        other={actions.slice(1).map((action) => (
          <Button key={action.label} kind={action.kind ?? "plain"} busy={deciding.busy} why={[...against, ...action.why]} onClick={() => press(action)}>{action.label}</Button>
        ))}
        main={main && <Button kind={main.kind ?? "primary"} busy={deciding.busy} why={[...against, ...main.why]} onClick={() => press(main)}>{main.label}</Button>}
      />
      {asking?.confirm && (
        <Dialog open title={asking.confirm.title} onClose={() => setAsking(undefined)} footer={<Button kind={asking.kind === "danger" ? "danger" : "primary"} busy={deciding.busy} autoFocus onClick={() => void go(asking)}>{asking.confirm.go ?? asking.label}</Button>}>
          {asking.confirm.body}
        </Dialog>
      )}
    </>
  );
}
