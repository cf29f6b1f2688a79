import { Check, Choice, Field, TextArea, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { partsOf, stepsOf, toggleWay, ways, wrongSteps, type OccupationRow, type Way } from "./matrix";
import { Files } from "./Files";
import type { SectionProps } from "./section";
import "./occ-detail.css";

export interface OccupationDetailProps extends Pick<SectionProps<"occupations">, "gaps" | "readOnly" | "documents" | "caseNo"> {
  row: OccupationRow;
  at: number;
  mark: number;
  onRow: (change: (row: OccupationRow) => OccupationRow) => void;
}

/** OccupationDetail is what one occupation is judged by: its standard, the ways, the pass rule, the steps within its levels. */
export function OccupationDetail(props: OccupationDetailProps) {
  const { row, at, gaps, readOnly, onRow } = props;
  const t = useText("application");
  const root = `/occupations/rows/${at}`;
  return (
    <div className="occ-detail">
      <Standard {...props} />
      <div className="occ-column">
        <fieldset className="occ-block">
          <legend className="occ-legend" id={fieldId(`${root}/ways`)} tabIndex={-1}>{t("occ.ways")}</legend>
          {gaps.at(`${root}/ways`) && <p className="occ-wrong">{gaps.at(`${root}/ways`)}</p>}
          <div className="occ-ways">
            {ways.map((way) => (
              <Check key={way} label={t(`occ.way.${way}`)} hint={t.of(`occ.way.${way}.hint`, "") || undefined} checked={row.ways.includes(way)} readOnly={readOnly}
                onChange={() => onRow((before) => toggleWay(before, way, props.mark))} />
            ))}
          </div>
        </fieldset>
        <PassRule {...props} />
        <Steps {...props} />
      </div>
    </div>
  );
}

function Standard({ row, at, gaps, readOnly, documents, caseNo, onRow }: OccupationDetailProps) {
  const t = useText("application");
  const root = `/occupations/rows/${at}/standard`;
  const own = row.standard.kind === "enterpriseSpecification";
  const kinds = (["nationalStandard", "enterpriseSpecification"] as const).map((value) => ({ value, label: t(`occ.standard.${value}`), hint: value === "enterpriseSpecification" ? t("occ.standard.specificationHint") : undefined }));
  const choose = (kind: "nationalStandard" | "enterpriseSpecification") =>
    onRow((before) => {
      const usual = [t("occ.standard.nameOf", { name: before.name }), t("occ.standard.nameOfOwn", { name: before.name }), ""];
      const name = usual.includes(before.standard.name) ? t(kind === "nationalStandard" ? "occ.standard.nameOf" : "occ.standard.nameOfOwn", { name: before.name }) : before.standard.name;
      return { ...before, standard: { ...before.standard, kind, name } };
    });
  return (
    <div className="occ-block">
      <Choice legend={t("occ.standard")} id={fieldId(`${root}/kind`)} options={kinds} value={row.standard.kind} error={gaps.at(`${root}/kind`)} onChange={choose} readOnly={readOnly} required inline />
      <Field label={t("occ.standard.name")} id={fieldId(`${root}/name`)} error={gaps.at(`${root}/name`)} required>
        {(wiring) => <TextInput {...wiring} value={row.standard.name} readOnly={readOnly} onChange={(event) => onRow((before) => ({ ...before, standard: { ...before.standard, name: event.target.value } }))} />}
      </Field>
      {own && (
        <Files at={`${root}/document`} label={t("occ.standard.document")} purpose="material" caseNo={caseNo} documents={documents} ids={row.standard.document ? [row.standard.document] : []}
          set={([document = ""]) => onRow((before) => ({ ...before, standard: { ...before.standard, document } }))} />
      )}
    </div>
  );
}

function PassRule({ row, at, gaps, readOnly, mark, onRow }: OccupationDetailProps) {
  const t = useText("application");
  const root = `/occupations/rows/${at}/passRule`;
  const parts = partsOf(row.ways);
  return (
    <fieldset className="occ-block">
      <legend className="occ-legend">{t("occ.pass")}</legend>
      {parts.length > 0 && (
        <>
          <p className="occ-hint">{t("occ.pass.hint", { mark })}</p>
          <div className="occ-marks">
            {parts.map((part) => (
              <Field key={part} label={t(`occ.pass.${part}`)} id={fieldId(`${root}/${part}`)} error={gaps.at(`${root}/${part}`)} required>
                {(wiring) => (
                  <span className="occ-mark">
                    <TextInput {...wiring} className="occ-number" inputMode="numeric" maxLength={3} value={row.passRule[part] || ""} readOnly={readOnly}
                      onChange={(event) => onRow((before) => ({ ...before, passRule: { ...before.passRule, [part]: Math.min(100, Number(event.target.value.replace(/\D/g, ""))) } }))} />
                    <span aria-hidden="true">{t("occ.points")}</span>
                  </span>
                )}
              </Field>
            ))}
          </div>
        </>
      )}
      <Field label={t("occ.pass.text")} hint={t("occ.pass.textHint")} id={fieldId(`${root}/text`)} error={gaps.at(`${root}/text`)} optional={parts.length > 0} required={parts.length === 0}>
        {(wiring) => <TextArea {...wiring} rows={1} className="occ-line" value={row.passRule.text} readOnly={readOnly} onChange={(event) => onRow((before) => ({ ...before, passRule: { ...before.passRule, text: event.target.value } }))} />}
      </Field>
    </fieldset>
  );
}

function Steps({ row, at, gaps, readOnly, onRow }: OccupationDetailProps) {
  const t = useText("application");
  if (row.levels.length === 0) return null;
  return (
    <details className="occ-block" open={row.levels.some((level) => level.subLevels.length > 0)}>
      <summary className="occ-legend">{t("occ.steps")}</summary>
      <p className="occ-hint">{t("occ.steps.hint")}</p>
      <div className="occ-marks">
        {row.levels.map((level, i) => {
          const root = `/occupations/rows/${at}/levels/${i}/subLevels`;
          const wrong = wrongSteps(level.subLevels);
          const error = gaps.under(root)[0]?.message ?? (wrong.length > 0 ? t("occ.steps.wrong", { steps: wrong.join("、") }) : undefined);
          return (
            <Field key={level.code} label={t.of(`occ.level.${level.code}`, level.code)} id={fieldId(root)} error={error}>
              {(wiring) => (
                <TextInput {...wiring} chars={12} defaultValue={level.subLevels.join("、")} readOnly={readOnly}
                  onChange={(event) => {
                    const steps = stepsOf(event.target.value);
                    onRow((before) => ({ ...before, levels: before.levels.map((l) => (l.code === level.code ? { ...l, subLevels: steps } : l)) }));
                  }} />
              )}
            </Field>
          );
        })}
      </div>
    </details>
  );
}

/** wordsOfWays names the ways in the order of the notice. */
export function wordsOfWays(chosen: readonly Way[], of: (way: Way) => string): string {
  return ways.filter((way) => chosen.includes(way)).map(of).join("、");
}
