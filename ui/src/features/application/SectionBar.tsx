import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { queryClient, type Schemas } from "@/api/client";
import { problemOf } from "@/api/problem";
import { Button, DecisionBar, StatusLine, toast, useNarrow } from "@/design";
import type { Draft } from "@/draft/autosave";
import { useText } from "@/i18n";
import { taskHref } from "@/features/queue/trail";
import { allConditions, conditionCount } from "./conditions";
import { nextOf, type Line } from "./progress";
import { gapsQuery } from "./queries";
import { gapsOf, type SectionCode, type Values } from "./section";

interface SectionBarProps<S extends SectionCode> {
  applicationId: string;
  section: S;
  draft: Draft<Values[S]>;
  lines: readonly Line[];
  fromCheck: boolean;
  task: Schemas["Task"] | undefined;
  missing: number;
  /** asked: what is missing is on the screen, so that one may also leave it for later. */
  asked: boolean;
  onGaps: () => void;
}

/** SectionBar saves, says what is still missing, and leads to the next section. */
export function SectionBar<S extends SectionCode>({ applicationId, section, draft, lines, fromCheck, task, missing, asked, onGaps }: SectionBarProps<S>) {
  const t = useText("application");
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [busy, setBusy] = useState(false);
  const next = nextOf(lines, section);
  const nextName = lines.find((line) => line.section === next)?.name;
  const onward = () => {
    if (task) return navigate({ to: taskHref(task) });
    if (fromCheck || !next) return navigate({ to: "/app/applications/$applicationId/check", params: { applicationId } });
    return navigate({ to: "/app/applications/$applicationId/$section", params: { applicationId, section: next } });
  };
  const finish = async () => {
    setBusy(true);
    try {
      if (section === "conditions" && (draft.value as Values["conditions"]).items.length < conditionCount) {
        draft.change((before) => ({ items: allConditions((before as Values["conditions"]).items) }) as Values[S]); // so that every blank one has a field to point at
      }
      await draft.flush();
      const gaps = await queryClient.fetchQuery({ ...gapsQuery(applicationId), staleTime: 0 });
      if (gapsOf(section, gaps.items, true).all.length > 0) onGaps();
      else await onward();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!problem.lostRace) toast(problem.detail || t("bar.notSaved"), "warn");
    } finally {
      setBusy(false);
    }
  };
  const goal = task ? t("bar.toTask") : fromCheck ? t("bar.toCheck") : nextName ? (narrow ? t("bar.nextShort") : t("bar.next", { name: nextName })) : t("bar.last");
  return (
    <DecisionBar
      label={t("bar.label")}
      left={<StatusLine status={draft.status} savedAt={draft.savedAt} />}
      other={asked && missing > 0 && <Button kind="quiet" onClick={() => void onward()}>{narrow ? t("bar.laterShort") : t("bar.later")}</Button>}
      main={<Button kind="primary" busy={busy} onClick={() => void finish()}>{goal}</Button>}
    />
  );
}
