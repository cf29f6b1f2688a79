import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { Check, Empty, Tag } from "@/design";
import { momentOf, useText } from "@/i18n";
import type { PartProps } from "./part";
import { toneOf } from "./Passage";
import { gistOf } from "./said/blocks";
import { saidBlocks } from "./said/said";
import { Said } from "./said/Said";
import { useCaseWords, type CaseWords } from "./words";

const route = getRouteApi("/desks/app/cases/$caseNo");

/** StatementsPart tells in order what was said with each decision, by whom, and at which step; the newest lies open. */
export function StatementsPart({ now }: PartProps) {
  const t = useText("case");
  const words = useCaseWords(now.caseNo);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const newestFirst = search.order === "new";
  const open = search.open === "all";
  const newest = words.statements.at(-1)?.seq;
  const all = newestFirst ? words.statements.toReversed() : words.statements;
  const put = (change: { order?: string; open?: string }) =>
    void navigate({ search: (old: Record<string, string>) => Object.fromEntries(Object.entries({ ...old, ...change }).filter(([, value]) => value)), resetScroll: false });
  if (all.length === 0) return <Empty title={t("statements.none")} />;
  return (
    <div className="case-said">
      <div className="case-said-head">
        <p>{t("statements.count", { n: all.length })}</p>
        <Check label={t("statements.all")} checked={open} onChange={(on) => put({ open: on ? "all" : "" })} />
        <Check label={t("statements.newest")} checked={newestFirst} onChange={(on) => put({ order: on ? "new" : "" })} />
      </div>
      <ol className="case-said-list">
        {all.map((said) => <OneStatement key={`${said.seq} ${open}`} said={said} words={words} open={open || said.seq === newest} />)}
      </ol>
    </div>
  );
}

function OneStatement({ said, words, open }: { said: Schemas["Statement"]; words: CaseWords; open: boolean }) {
  const t = useText("case");
  const steps = useText("words");
  const blocks = saidBlocks(words, said, words.statements);
  return (
    <li className="case-said-one">
      <details open={open}>
        <summary>
          <h2>
            {said.stageName}
            {said.step && <span className="case-said-step">{steps.of(`step.${said.step}`, said.step)}</span>}
            {said.round > 1 && <span className="case-said-step">{t("head.round", { n: said.round })}</span>}
          </h2>
          <Tag state={toneOf(said.verdict)}>{said.verdictName}</Tag>
          <span className="case-said-gist">{gistOf(blocks)}</span>
          <span className="case-said-who">
            <strong>{said.onBehalf?.name || said.actor.name}</strong>
            {said.onBehalf?.id && <Tag state="expert" icon={null}>{t("statements.entered", { name: said.actor.name })}</Tag>}
          </span>
          <time dateTime={said.at}>{momentOf(said.at)}</time>
        </summary>
        {blocks.length > 0 ? <Said blocks={blocks} /> : <p className="case-said-silent">{t("statements.silent")}</p>}
      </details>
    </li>
  );
}
