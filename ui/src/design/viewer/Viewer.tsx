import { useState } from "react";
import { useText } from "@/i18n";
import { Button } from "../action/Button";
import { classes } from "../classes";
import { ProblemNotice } from "../notice/ProblemNotice";
import { Loading } from "../notice/States";
import { Pane } from "./Pane";
import { ReasonForm } from "./ReasonForm";
import { addressOf, type ViewerProps } from "./source";
import { useContent } from "./useContent";
import { firstView, turned, zoomed, type View } from "./view";
import { SearchBox } from "./SearchBox";
import "./viewer.css";

/** Viewer is the document with its tools: zoom, turn, pages, search, comparison, download. */
export default function Viewer({ compareWith, reason: given, page = 1, className, ...source }: ViewerProps) {
  const t = useText("design");
  const content = useContent(source, given);
  const [view, setView] = useState<View>({ ...firstView, page });
  const [pages, setPages] = useState(0);
  const [matches, setMatches] = useState<number>();
  const [beside, setBeside] = useState(false);
  const change = (next: Partial<View>) => setView((before) => ({ ...before, ...next }));
  const kind = content.kind;

  if (content.wantsReason) return <ReasonForm onReason={content.giveReason} busy={content.loading} />;
  return (
    <div className={classes("jx-viewer", className)}>
      <div className="jx-viewer-bar" role="toolbar" aria-label={t("viewer.tools")}>
        {kind === "pdf" && pages > 0 && (
          <span className="jx-viewer-group">
            <Button kind="quiet" small icon="left" iconOnly why={view.page <= 1 ? [t("viewer.first")] : []} onClick={() => change({ page: view.page - 1, goTo: Date.now() })}>{t("viewer.back")}</Button>
            <span className="jx-viewer-page">{t("viewer.page", { page: view.page, pages })}</span>
            <Button kind="quiet" small icon="right" iconOnly why={view.page >= pages ? [t("viewer.last")] : []} onClick={() => change({ page: view.page + 1, goTo: Date.now() })}>{t("viewer.next")}</Button>
          </span>
        )}
        {(kind === "pdf" || kind === "image") && (
          <span className="jx-viewer-group">
            <Button kind="quiet" small icon="minus" iconOnly onClick={() => change(zoomed(view, -1))}>{t("viewer.smaller")}</Button>
            <button type="button" className="jx-viewer-zoom" title={t("viewer.fit")} onClick={() => change({ zoom: 1 })}>
              {Math.round(view.zoom * 100)}%<span className="visually-hidden">{t("viewer.fit")}</span>
            </button>
            <Button kind="quiet" small icon="plus" iconOnly onClick={() => change(zoomed(view, 1))}>{t("viewer.larger")}</Button>
            <Button kind="quiet" small icon="rotate" iconOnly onClick={() => change(turned(view))}>{t("viewer.turn")}</Button>
          </span>
        )}
        {kind === "pdf" && <SearchBox matches={matches} onSearch={(words) => change({ words, match: 0 })} onStep={(step) => matches && change({ match: (view.match + step + matches) % matches })} at={view.match} />}
        <span className="jx-viewer-group jx-viewer-end">
          {compareWith && <Button kind="quiet" small icon="columns" aria-pressed={beside} onClick={() => setBeside(!beside)}>{t("viewer.compare")}</Button>}
          <a className="jx-button jx-button-quiet jx-button-small" href={addressOf(source, content.reason)} download={source.name}>{t("viewer.download")}</a>
        </span>
      </div>
      {content.problem && <ProblemNotice problem={content.problem} onRetry={content.again} />}
      {content.loading && <Loading shape="block" label={t("viewer.loading", { name: source.name })} />}
      {content.blob && (
        <div className={classes("jx-viewer-panes", beside && "jx-viewer-beside")}>
          {beside && compareWith && <Before source={compareWith} label={compareWith.label} reason={content.reason} view={view} />}
          <Pane name={source.name} label={beside ? t("viewer.now") : undefined} kind={kind} blob={content.blob} view={view} onPage={(at) => change({ page: at })} onPages={setPages} onMatches={setMatches} />
        </div>
      )}
    </div>
  );
}

function Before({ source, label, reason, view }: { source: NonNullable<ViewerProps["compareWith"]>; label?: string; reason: string; view: View }) {
  const t = useText("design");
  const content = useContent(source, reason);
  if (content.problem) return <ProblemNotice problem={content.problem} onRetry={content.again} />;
  if (!content.blob) return <Loading shape="block" />;
  return <Pane name={source.name} label={label ?? t("viewer.before")} kind={content.kind} blob={content.blob} view={view} />;
}
