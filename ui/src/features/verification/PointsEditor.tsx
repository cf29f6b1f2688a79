import type { Schemas } from "@/api/client";
import { Button, NativeSelect, TextArea } from "@/design";
import { useText } from "@/i18n";
import { fieldId, wordsAt } from "@/features/task/fields";

type Point = Schemas["Point"];

/** PointsEditor lists what is to be mended, each with its condition. */
export function PointsEditor({ points, conditions, problems, onChange }: {
  points: readonly Point[];
  conditions: readonly Schemas["ConditionInfo"][];
  problems: readonly Schemas["FieldProblem"][];
  onChange: (points: Point[]) => void;
}) {
  const t = useText("verification");
  const put = (i: number, change: Partial<Point>) => onChange(points.map((point, j) => (i === j ? { ...point, ...change } : point)));
  return (
    <fieldset className="points" id={fieldId("/sheet/points")} tabIndex={-1}>
      <legend>{t("points.title")}</legend>
      {wordsAt(problems, "/sheet/points") && <p className="points-wrong">{wordsAt(problems, "/sheet/points")}</p>}
      <ol className="points-list">
        {points.map((point, i) => (
          <li key={i}>
            <NativeSelect
              id={fieldId(`/sheet/points/${i}/condition`)}
              aria-label={t("points.condition", { n: i + 1 })}
              aria-invalid={wordsAt(problems, `/sheet/points/${i}/condition`) ? true : undefined}
              value={point.condition || ""}
              onChange={(event) => put(i, { condition: Number(event.target.value) })}
              empty={t("points.choose")}
              options={conditions.map((c) => ({ value: String(c.number), label: t("points.option", { article: c.article, name: c.name }) }))}
            />
            <TextArea
              id={fieldId(`/sheet/points/${i}/text`)}
              aria-label={t("points.text", { n: i + 1 })}
              aria-invalid={wordsAt(problems, `/sheet/points/${i}/text`) ? true : undefined}
              rows={2}
              value={point.text}
              placeholder={t("points.placeholder")}
              onChange={(event) => put(i, { text: event.target.value })}
            />
            <Button kind="quiet" small icon="cross" onClick={() => onChange(points.filter((_, j) => j !== i))}>{t("points.remove", { n: i + 1 })}</Button>
          </li>
        ))}
      </ol>
      <Button small icon="plus" onClick={() => onChange([...points, { condition: 0, text: "" }])}>{t("points.add")}</Button>
    </fieldset>
  );
}
