import { useEffect, useState } from "react";
import { useText } from "@/i18n";
import { Button } from "../action/Button";

/** SearchBox looks for words in the text of the document. */
export function SearchBox({ matches, at, onSearch, onStep }: { matches: number | undefined; at: number; onSearch: (words: string) => void; onStep: (step: 1 | -1) => void }) {
  const t = useText("design");
  const [words, setWords] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => onSearch(words.trim()), 250);
    return () => clearTimeout(timer);
    // onSearch is made anew with every drawing of the toolbar; only the words matter.
  }, [words]);
  const searching = words.trim() !== "" && matches !== undefined;
  return (
    <search className="jx-viewer-group">
      <input
        type="search"
        className="jx-viewer-search"
        aria-label={t("viewer.search")}
        placeholder={t("viewer.search")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onStep(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="jx-viewer-page" role="status">{searching ? (matches > 0 ? t("viewer.match", { at: at + 1, matches }) : t("viewer.noMatch")) : ""}</span>
      {searching && matches > 1 && (
        <>
          <Button kind="quiet" small icon="up" iconOnly onClick={() => onStep(-1)}>{t("viewer.matchBefore")}</Button>
          <Button kind="quiet" small icon="down" iconOnly onClick={() => onStep(1)}>{t("viewer.matchNext")}</Button>
        </>
      )}
    </search>
  );
}
