import type { Schemas } from "@/api/client";
import type { Draft } from "@/draft/autosave";
import { Choice, Field, NativeSelect, TextArea, TextInput } from "@/design";
import { useText } from "@/i18n";
import { GroundsEditor } from "@/features/act/GroundsEditor";
import { fieldId, wordsAt } from "@/features/task/fields";
import { GrantMatrix } from "./GrantMatrix";
import { PointsEditor } from "./PointsEditor";
import { boundsOf, differs, expected, type Result, type VerificationDraft } from "./sheet";

/** ResultForm takes the verification result: pass with what is granted, rectify with points and days, or fail with grounds. */
export function ResultForm({ view, draft, problems, reference }: {
  view: Schemas["TaskView"];
  draft: Draft<VerificationDraft>;
  problems: readonly Schemas["FieldProblem"][];
  reference: Schemas["FilingReference"];
}) {
  const t = useText("verification");
  const { facts } = view;
  const { verdict, sheet } = draft.value;
  const put = (change: Partial<Schemas["VerificationSheet"]>) => draft.change((before) => ({ ...before, sheet: { ...before.sheet, ...change } }));
  const own = expected[facts.conclusion ?? ""];
  const options = (["pass", "rectify", "fail"] as const).map((value) => ({
    value, label: view.verdicts.find((v) => v.code === value)?.name ?? value, ...(own === value ? { hint: t("result.asExperts") } : {}),
  }));
  const different = differs(facts, verdict);
  return (
    <section className="result" aria-labelledby="result">
      <h2 id="result">{t("result.title")}</h2>
      <Choice<Result> legend={t("result.legend")} legendHidden options={options} value={verdict} onChange={(value) => draft.change((before) => ({ ...before, verdict: value }))} />
      {verdict === "pass" && (
        <>
          <GrantMatrix bounds={boundsOf(facts)} value={sheet.granted} levels={reference.levels} onChange={(granted) => put({ granted })} caption={t("grant.title")} />
          {wordsAt(problems, "/sheet/granted") && <p className="result-wrong">{wordsAt(problems, "/sheet/granted")}</p>}
        </>
      )}
      {verdict === "rectify" && (
        <>
          <PointsEditor points={sheet.points} conditions={reference.conditions} problems={problems} onChange={(points) => put({ points })} />
          <Field id={fieldId("/sheet/days")} label={t("result.days")} hint={t("result.daysHint", { min: facts.rectifyMin ?? 1, max: facts.rectifyMax ?? 0 })} error={wordsAt(problems, "/sheet/days")} required>
            {(wiring) => <TextInput {...wiring} chars={4} inputMode="numeric" value={sheet.days || ""} onChange={(event) => put({ days: Number(event.target.value.replace(/\D/g, "")) })} />}
          </Field>
          <Field id={fieldId("/sheet/target")} label={t("result.target")} hint={t("result.targetHint")} error={wordsAt(problems, "/sheet/target")}>
            {(wiring) => <NativeSelect {...wiring} value={sheet.target || "siteVisit"} options={view.targets.map((stage) => ({ value: stage.code, label: stage.name }))} onChange={(event) => put({ target: event.target.value })} />}
          </Field>
        </>
      )}
      {verdict === "fail" && <GroundsEditor grounds={sheet.grounds} clauses={reference.clauses} problems={problems} onChange={(grounds) => put({ grounds })} />}
      {verdict && (
        <Field
          id={fieldId("/sheet/words")}
          label={different ? t("result.whyDifferent") : t("result.words")}
          hint={different ? t("result.differs") : undefined}
          error={wordsAt(problems, "/sheet/words")}
          required={different}
          optional={!different}
        >
          {(wiring) => <TextArea {...wiring} rows={3} value={sheet.words} onChange={(event) => put({ words: event.target.value })} />}
        </Field>
      )}
    </section>
  );
}
