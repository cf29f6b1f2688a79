import { Component, type ReactNode } from "react";
import { problemOf } from "@/api/problem";
import { ProblemNotice } from "@/design";
import { useText } from "@/i18n";

/** Guard stands around the pages: when one cannot be shown, it says so instead of leaving the screen white. */
export class Guard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Broken error={this.state.error} onAgain={() => this.setState({ error: undefined })} />;
  }
}

function Broken({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const t = useText("visit");
  return (
    <main className="visit-main" id="main">
      <h1>{t("broken.title")}</h1>
      <ProblemNotice problem={problemOf(error)} onRetry={onAgain} />
      <p className="visit-hint">{t("broken.kept")}</p>
      <p><a href="/visit">{t("back")}</a></p>
    </main>
  );
}
