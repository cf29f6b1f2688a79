import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import { NoPermission, ProblemNotice } from "@/design";
import { useText } from "@/i18n";

/** Broken stands where a page could not be shown: what happened, that nothing typed is lost, and the way on. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useText("shell");
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const problem = problemOf(error);
  const again = () => {
    queries.reset(); // else what failed would be thrown anew without being asked for
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

/** BrokenAlone is Broken where the frame of the desks is not there either. */
export function BrokenAlone(props: ErrorComponentProps) {
  return (
    <main id="main" tabIndex={-1}>
      <Broken {...props} />
    </main>
  );
}
