import type { Schemas } from "@/api/client";
import { Tag } from "@/design";
import { momentOf, useText } from "@/i18n";
import { grantedBy, sheetOf } from "@/features/case/granted";
import { toneOf } from "@/features/case/Passage";
import { grantRows } from "@/features/case/said/words";
import { lastSaid, type CaseWords } from "@/features/case/words";
import { opinionRows, voicesIn } from "@/features/verification/matrix";

/** CityVerdicts is what the city decided, and what was said of the material in view. */
export function CityVerdicts({ words, material, acceptance }: { words: CaseWords; material: number; acceptance: Schemas["AcceptanceSheet"] | undefined }) {
  const t = useText("act");
  const steps = useText("words");
  const { statements } = words;
  const verified = lastSaid(statements, "verification", "pass");
  const decided = [
    lastSaid(statements, "acceptance", "accept"), lastSaid(statements, "assessment", "conclude"), verified,
    lastSaid(statements, "commitmentCheck", "accept"), lastSaid(statements, "delegateOpinion", "endorse"), lastSaid(statements, "submission", "report"),
  ].filter((said) => said !== undefined);
  const granted = grantRows(words, grantedBy(words.occupations, statements), true);
  const signed = statements.filter((s) => s.stage === "verification" && s.round === verified?.round && s.step);
  return (
    <section className="city" aria-labelledby="city" tabIndex={0}>
      <h2 id="city">{t("city.title")}</h2>
      <ul className="city-list">
        {decided.map((said) => (
          <li key={said.seq}>
            <span className="city-stage">{said.stageName}</span>
            <Tag state={toneOf(said.verdict)}>{said.stage === "assessment" ? words.t.of(`conclusion.${sheetOf<"assessment">(said)?.conclusion ?? ""}`, said.verdictName) : said.verdictName}</Tag>
            <time dateTime={said.at}>{momentOf(said.at)}</time>
            {said.stage === "verification" && signed.length > 1 && (
              <span className="city-more">{signed.map((s) => t("city.step", { step: steps.of(`step.${s.step}`), name: s.actor.name })).join(t("city.arrow"))}</span>
            )}
            {opinionIn(said) && <q className="city-more">{opinionIn(said)}</q>}
          </li>
        ))}
      </ul>
      <h3>{t("city.granted")}</h3>
      <ul className="city-granted">
        {granted.map(([name, code, levels]) => <li key={code}>{name}<span>{levels}</span></li>)}
      </ul>
      <ThisMaterial words={words} material={material} acceptance={acceptance} />
    </section>
  );
}

/** opinionIn gives the words of a body's opinion; other statements have none. */
function opinionIn(said: Schemas["Statement"]): string {
  return said.stage === "delegateOpinion" || said.stage === "submission" ? (sheetOf<"submission">(said)?.opinion ?? "").trim() : "";
}

function ThisMaterial({ words, material, acceptance }: { words: CaseWords; material: number; acceptance: Schemas["AcceptanceSheet"] | undefined }) {
  const t = useText("act");
  const voices = voicesIn(words.statements);
  const row = opinionRows(voices, [material])[0];
  const check = acceptance?.onlineChecks.find((c) => c.material === material);
  return (
    <>
      <h3>{t("city.material", { n: material })}</h3>
      <ul className="city-said">
        {check && <li>{t("city.checked", { source: check.source, subject: check.subject, result: words.t.of(`online.${check.result}`, ""), when: check.checkedAt ? momentOf(check.checkedAt) : "" })}</li>}
        {row?.opinions.map(({ opinion, words: said }, i) => (
          <li key={voices[i]?.id} className={opinion && opinion !== "good" ? "city-doubt" : undefined}>
            {t("city.expert", { name: voices[i]?.name ?? "", opinion: words.t.of(`opinion.${opinion}`, "—") })}
            {said && <q>{said}</q>}
          </li>
        ))}
      </ul>
    </>
  );
}
