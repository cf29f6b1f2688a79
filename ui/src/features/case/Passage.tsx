import type { Schemas } from "@/api/client";
import { Tag, type TagState } from "@/design";
import { momentOf, useText } from "@/i18n";
import { saidBlocks } from "./said/said";
import { Said } from "./said/Said";
import type { CaseWords } from "./words";
import "./passage.css";

type Statement = Schemas["Statement"];

const line = ["acceptance", "panel", "deliberation", "siteVisit", "assessment", "signature", "verification", "rectification", "commitment", "commitmentCheck", "delegateOpinion", "submission", "centreReview", "receipt"];
const adverse = new Set(["passInPart", "returnRows", "return", "refuse", "rectify", "fail", "decline", "back", "sendBack", "dissent"]);
const inner = new Set(["review", "sign"]);

/** toneOf gives a verdict the colour of its state. */
export function toneOf(verdict: string): TagState {
  if (verdict === "fail" || verdict === "refuse" || verdict === "decline" || verdict === "revoke") return "refused";
  if (verdict === "dissent") return "expert";
  return adverse.has(verdict) ? "supplement" : "filed";
}

/** passageOf keeps, of each stage before `until`, what was decided last; the inner steps of an act are left out. */
export function passageOf(statements: readonly Statement[], until: string): Statement[] {
  const end = line.indexOf(until);
  const stages = end < 0 ? line : line.slice(0, end);
  return stages.flatMap((stage) => {
    const all = statements.filter((s) => s.stage === stage && !inner.has(s.step ?? ""));
    const round = Math.max(0, ...all.map((s) => s.round));
    const last = all.filter((s) => s.round === round);
    return stage === "signature" ? last : last.slice(-1);
  });
}

/** Passage is what the stages before have decided, a line each, with the words behind it. */
export function Passage({ words, until, title }: { words: CaseWords; until: string; title?: string }) {
  const t = useText("case");
  const said = passageOf(words.statements, until);
  return (
    <section className="passage" aria-labelledby="passage">
      <h2 id="passage">{title ?? t("passage.title")}</h2>
      {said.length === 0 && <p>{t("passage.none")}</p>}
      <ol className="passage-list">
        {said.map((statement) => (
          <li key={statement.seq}>
            <details>
              <summary>
                <span className="passage-stage">{statement.stageName}</span>
                <Tag state={toneOf(statement.verdict)}>{statement.verdictName}</Tag>
                <span className="passage-who">
                  {statement.onBehalf?.name || statement.actor.name}
                  {statement.onBehalf?.id && <em>{t("said.entered")}</em>}
                </span>
                <time dateTime={statement.at}>{momentOf(statement.at)}</time>
              </summary>
              <Said blocks={saidBlocks(words, statement, words.statements)} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
