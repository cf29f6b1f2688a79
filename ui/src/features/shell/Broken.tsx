import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { NoPermission, ProblemNotice } from "@/design";
import { useText } from "@/i18n";

/** Broken stands where a page could not be shown: what happened, that nothing typed is lost, and the way on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useText("shell");
  const router = useRouter();
  const problem = problemOf(error);
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="lost">
      <h1>{problem.status === 403 ? t("broken.forbidden") : problem.status === 404 ? t("lost.title") : t("broken.title")}</h1>
      {problem.status === 403 ? <NoPermission who={problem.detail} /> : <ProblemNotice problem={problem} onRetry={again} />}
      <p><a href="/app">{t("lost.home")}</a></p>
    </div>
  );
}
