import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/i18n";
import { useCompetent } from "./competent";
import { guideQuery } from "./queries";

/** DeskWelcome tells a newcomer what this is, what comes after what, and how to begin. */
export function DeskWelcome({ start }: { start: ReactNode }) {
  const t = useText("desk");
  const session = useSession();
  const { data: guide } = useSuspenseQuery(guideQuery);
  const body = useCompetent(session?.enterprise?.region ?? "")?.name ?? "";
  const days = guide.steps.find((step) => step.stage === "acceptance")?.limit ?? 0;
  const total = guide.steps.find((step) => step.stage === "verification")?.limit ?? 0;
  const steps = [
    { title: t("welcome.1"), words: t.rich("welcome.1.words", { guide: <a href="/guide" target="_blank" rel="noreferrer">{t("guide")}</a> }) },
    { title: t("welcome.2"), words: t("welcome.2.words") },
    { title: t("welcome.3"), words: t("welcome.3.words", { body }) },
    { title: t("welcome.4"), words: t("welcome.4.words", { body, days, total }) },
  ];
  return (
    <section className="desk-welcome" aria-labelledby="welcome">
      <h2 id="welcome">{t("welcome.title")}</h2>
      <p className="desk-welcome-lead">{t("welcome.lead")}</p>
      <ol className="desk-steps">
        {steps.map((step, i) => (
          <li key={i}>
            <h3>{step.title}</h3>
            <p>{step.words}</p>
          </li>
        ))}
      </ol>
      <div className="desk-welcome-start">
        {start}
        <p>{t("welcome.free")}</p>
      </div>
    </section>
  );
}
