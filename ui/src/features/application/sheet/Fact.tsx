import { classes, Icon } from "@/design";
import { useText } from "@/i18n";
import { wordOf } from "../labels";
import { useSheetContext } from "./context";

/** Fact is one field of a record: its name, what it holds, what it held before, and what is missing. */
export function Fact({ at, value }: { at: string; value: unknown }) {
  const { words, marks, gaps } = useSheetContext();
  const wrong = gaps?.all.filter((gap) => gap.pointer === at) ?? [];
  return (
    <div className={classes("sheet-fact", marks.at(at) && "sheet-changed", wrong.length > 0 && "sheet-wrong")}>
      <dt>{words.label(at).replace(/^.*：/, "")}</dt>
      <dd>
        <FactValue at={at} value={value} />
        {wrong.map((gap) => <p key={gap.message} className="sheet-gap"><Icon name="warning" />{gap.message}</p>)}
      </dd>
    </div>
  );
}

const files = /(?:^|\.)(documents|document|public|proofs)$/;

/** FactValue is what a field holds; where it changed, the old struck out before the new. */
export function FactValue({ at, value }: { at: string; value: unknown }) {
  const t = useText("application");
  const { words, marks } = useSheetContext();
  const change = marks.at(at);
  const word = wordOf(at);
  const ids = files.test(word) ? (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === "string" && id !== "") : undefined;
  const now = ids && ids.length > 0 ? <FileNames at={at} ids={ids} /> : words.value(at, value);
  const blank = <span className="sheet-blank">{t("blank")}</span>;
  const before = (held: string) => (ids || files.test(word) ? held : held === "true" ? t("yes") : held === "false" ? "" : words.value(at, held));
  if (!change) return <span className="sheet-value">{now || blank}</span>;
  return (
    <span className="sheet-value sheet-diff">
      {change.before !== undefined && change.before !== "" && <del><span className="visually-hidden">{t("sheet.before")}</span>{before(change.before)}</del>}
      <span className="sheet-arrow" aria-hidden="true">→</span>
      <ins><span className="visually-hidden">{t("sheet.after")}</span>{now || blank}</ins>
    </span>
  );
}

function FileNames({ at, ids }: { at: string; ids: readonly string[] }) {
  const t = useText("application");
  const { words, onOpen, marks } = useSheetContext();
  return (
    <span className="sheet-files">
      {ids.map((id, i) => {
        const name = words.value(at, id);
        const fresh = marks.added(`${at}/${i}`);
        return (
          <span key={id} className="sheet-file">
            <Icon name="file" />
            {onOpen ? <button type="button" className="jx-link" onClick={() => onOpen(id)}>{name}</button> : <span>{name}</span>}
            {fresh && <span className="sheet-fresh">{t("sheet.added")}</span>}
          </span>
        );
      })}
    </span>
  );
}
