import type { Schemas } from "@/api/client";
import { Empty, Tag, type TagState } from "@/design";
import { momentOf, useText } from "@/i18n";
import { sheetOf } from "@/features/case/granted";
import { FileLinks } from "@/features/case/FileLinks";
import { assessmentBlocks } from "@/features/case/said/experts";
import { Said } from "@/features/case/said/Said";
import type { CaseWords } from "@/features/case/words";
import { lastSaid } from "@/features/case/words";
import { ExpertsMatrix } from "./ExpertsMatrix";
import { voicesIn } from "./matrix";

const tones: Record<string, TagState> = { recommend: "filed", rectify: "supplement", notRecommend: "refused" };

/** AssessmentBeside is what the experts found: their conclusion, the matrix of their opinions, and the whole assessment. */
export function AssessmentBeside({ words }: { words: CaseWords }) {
  const t = useText("verification");
  const said = lastSaid(words.statements, "assessment", "conclude");
  const sheet = sheetOf<"assessment">(said);
  const meeting = sheetOf<"deliberation">(lastSaid(words.statements, "deliberation", "conclude"));
  const visit = sheetOf<"siteVisit">(lastSaid(words.statements, "siteVisit", "submit"));
  if (!said || !sheet) return <Empty title={t("beside.none")} />;
  return (
    <section className="beside" aria-labelledby="beside">
      <header className="beside-head">
        <h2 id="beside">{t("beside.title")}</h2>
        <Tag state={tones[sheet.conclusion] ?? "neutral"}>{words.t.of(`conclusion.${sheet.conclusion}`, "")}</Tag>
        <span className="beside-by">{t("beside.by", { name: said.onBehalf?.name || said.actor.name, when: momentOf(said.at) })}</span>
      </header>
      <Conditions findings={sheet.findings} seen={visit?.findings ?? []} words={words} />
      <ExpertsMatrix voices={voicesIn(words.statements)} materials={words.reference.materials} occupations={words.occupations} />
      {meeting && meeting.lookAt.length > 0 && (
        <div className="beside-note">
          <h3>{t("beside.lookAt")}</h3>
          <ol>{meeting.lookAt.map((matter) => <li key={matter}>{matter}</li>)}</ol>
        </div>
      )}
      {visit && visit.photos.length > 0 && (
        <div className="beside-note">
          <h3>{t("beside.photos", { n: visit.photos.length })}</h3>
          <FileLinks ids={visit.photos} />
        </div>
      )}
      <details className="beside-whole">
        <summary>{t("beside.whole")}</summary>
        <Said blocks={assessmentBlocks(words, sheet)} />
      </details>
    </section>
  );
}

/** Conditions are the findings of the assessment, each with the photos that were taken for it on the visit. */
function Conditions({ findings, seen, words }: { findings: readonly Schemas["ConditionFinding"][]; seen: readonly Schemas["ConditionFinding"][]; words: CaseWords }) {
  const t = useText("verification");
  return (
    <ol className="beside-conditions" aria-label={t("beside.conditions")}>
      {words.reference.conditions.map((condition) => {
        const found = findings.find((f) => f.number === condition.number);
        const photos = [...new Set([...findings, ...seen].filter((f) => f.number === condition.number).flatMap((f) => f.photos ?? []))];
        return (
          <li key={condition.number} className={`beside-${found?.finding || "none"}`}>
            <span className="beside-article">{condition.article}</span>
            <span className="beside-name">{condition.name}</span>
            <span className="beside-finding">{words.t.of(`met.${found?.finding ?? ""}`, "—")}</span>
            {found?.words && <span className="beside-words">{found.words}</span>}
            {photos.length > 0 && <div className="beside-words"><FileLinks ids={photos} /></div>}
          </li>
        );
      })}
    </ol>
  );
}
