import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { Check, Empty, Tag } from "@/design";
import { momentOf, useText } from "@/i18n";
import type { PartProps } from "./part";
import { toneOf } from "./Passage";
import { saidBlocks } from "./said/said";
import { Said } from "./said/Said";
import { useCaseWords, type CaseWords } from "./words";

const route = getRouteApi("/desks/app/cases/$caseNo");

/** StatementsPart tells in order what was said with each decision, by whom, and at which step. */
export function StatementsPart({ now }: PartProps) {
  const t = useText("case");
  const words = useCaseWords(now.caseNo);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const newestFirst = search.order === "new";
  const all = newestFirst ? words.statements.toReversed() : words.statements;
  if (all.length === 0) return <Empty title={t("statements.none")} />;
  return (
    <div className="case-said">
      <div className="case-said-head">
        <p>{t("statements.count", { n: all.length })}</p>
        <Check
          label={t("statements.newest")}
          checked={newestFirst}
          onChange={(on) => void navigate({ search: ({ order: _, ...old }: Record<string, string>) => (on ? { ...old, order: "new" } : old), resetScroll: false })}
        />
      </div>
      <ol className="case-said-list">
        {all.map((said) => <OneStatement key={said.seq} said={said} words={words} />)}
      </ol>
    </div>
  );
}

function OneStatement({ said, words }: { said: Schemas["Statement"]; words: CaseWords }) {
  const t = useText("case");
  const steps = useText("words");
  const blocks = saidBlocks(words, said, words.statements);
  return (
    <li className="case-said-one">
      <header>
        <h2>
          {said.stageName}
          {said.step && <span className="case-said-step">{steps.of(`step.${said.step}`, said.step)}</span>}
          {said.round > 1 && <span className="case-said-step">{t("head.round", { n: said.round })}</span>}
        </h2>
        <Tag state={toneOf(said.verdict)}>{said.verdictName}</Tag>
        <p className="case-said-who">
          <strong>{said.onBehalf?.name || said.actor.name}</strong>
          {said.onBehalf?.id && <Tag state="expert" icon={null}>{t("statements.entered", { name: said.actor.name })}</Tag>}
        </p>
        <time dateTime={said.at}>{momentOf(said.at)}</time>
      </header>
      {blocks.length > 0 ? <Said blocks={blocks} /> : <p className="case-said-silent">{t("statements.silent")}</p>}
    </li>
  );
}
