import type { Schemas } from "@/api/client";
import { Tag, VerdictMark, type Finding } from "@/design";
import { useText } from "@/i18n";
import { apartOverall, markRows, opinionRows, type Opinion, type Voice } from "./matrix";

const marks: Record<Opinion, Finding> = { "": "", good: "pass", doubtful: "supplement", poor: "refuse" };

/** ExpertsMatrix sets materials and occupations against experts; where they differ, the row stands out. */
export function ExpertsMatrix({ voices, materials, occupations }: {
  voices: readonly Voice[];
  materials: readonly Schemas["MaterialInfo"][];
  occupations: readonly Schemas["OccupationRow"][];
}) {
  const t = useText("verification");
  const rows = opinionRows(voices, materials.map((m) => m.number));
  const nameOf = (number: number) => materials.find((m) => m.number === number)?.name ?? "";
  const remarks = rows.flatMap((row) => row.opinions.flatMap((o, i) => (o.words ? [{ row, voice: voices[i], words: o.words }] : [])));
  return (
    <div className="experts">
      <div className="experts-scroll" tabIndex={0} role="group" aria-label={t("matrix.label")}>
        <table className="experts-table">
          <caption className="visually-hidden">{t("matrix.label")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("matrix.material")}</th>
              {voices.map((voice) => (
                <th key={voice.id} scope="col">
                  {voice.name || t("matrix.expert")}
                  {voice.leader && <span className="experts-note">{t("matrix.leader")}</span>}
                  {voice.entered && <span className="experts-note">{t("matrix.entered")}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number} className={row.apart ? "experts-apart" : undefined}>
                <th scope="row"><span className="experts-number">{row.number}</span>{nameOf(row.number)}{row.apart && <Apart />}</th>
                {row.opinions.map(({ opinion }, i) => <td key={voices[i]?.id}><OpinionMark opinion={opinion} words={t.of(`opinion.${opinion}`, t("opinion."))} /></td>)}
              </tr>
            ))}
            {markRows(voices, occupations).map((row) => (
              <tr key={`${row.code} ${row.workType}`} className="experts-marks">
                <th scope="row">{occupations.find((o) => o.code === row.code)?.name ?? row.code}<span className="experts-note">{t("matrix.marks")}</span></th>
                {row.marks.map((mark, i) => <td key={voices[i]?.id} title={mark?.opinion}>{mark ? t("matrix.twoMarks", { ability: mark.ability, conditions: mark.conditions }) : "—"}</td>)}
              </tr>
            ))}
            <tr className={apartOverall(voices) ? "experts-apart experts-overall" : "experts-overall"}>
              <th scope="row">{t("matrix.overall")}{apartOverall(voices) && <Apart />}</th>
              {voices.map((voice) => <td key={voice.id}>{voice.review?.favourable === undefined || voice.review.favourable === null ? "—" : t(voice.review.favourable ? "matrix.favourable" : "matrix.unfavourable")}</td>)}
            </tr>
            <tr>
              <th scope="row">{t("matrix.signature")}</th>
              {voices.map((voice) => <td key={voice.id} className={voice.signature?.verdict === "dissent" ? "experts-dissent" : undefined}>{voice.signature?.verdictName ?? "—"}</td>)}
            </tr>
          </tbody>
        </table>
      </div>
      {(remarks.length > 0 || voices.some((v) => v.signature?.words || v.review?.reasons)) && (
        <ul className="experts-remarks" aria-label={t("matrix.remarks")}>
          {remarks.map(({ row, voice, words }) => <li key={`${row.number} ${voice?.id}`}>{t("matrix.remark", { name: voice?.name ?? "", number: row.number, words })}</li>)}
          {voices.map((v) => v.review?.reasons && <li key={`r ${v.id}`}>{t("matrix.reasons", { name: v.name, words: v.review.reasons })}</li>)}
          {voices.map((v) => v.signature?.words && <li key={`s ${v.id}`}>{t("matrix.signed", { name: v.name, verdict: v.signature.verdictName, words: v.signature.words })}</li>)}
        </ul>
      )}
    </div>
  );
}

function Apart() {
  const t = useText("verification");
  return <Tag state="near">{t("matrix.apart")}</Tag>;
}

function OpinionMark({ opinion, words }: { opinion: Opinion; words: string }) {
  return <span className={`experts-opinion experts-${opinion || "none"}`}><VerdictMark finding={marks[opinion]} />{words}</span>;
}
