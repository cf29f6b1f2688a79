import { useSuspenseQuery } from "@tanstack/react-query";
import { FieldError } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { referenceQuery } from "@/features/task/queries";
import { entryOf, given, standingOf } from "./materials";
import { MaterialItem } from "./MaterialItem";
import type { SectionProps } from "./section";
import "./mat.css";

const levels = ["A", "B", "C", "D"] as const;

/** MaterialsSection is the seven materials of notice 四(一): files, a check online instead of paper, or the form itself. */
export function MaterialsSection(props: SectionProps<"materials">) {
  const { content, gaps, application } = props;
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const there = reference.materials.filter((info) => given(standingOf(entryOf(content.items, info.number), info, application))).length;
  const missing = gaps.all.filter((gap) => gap.pointer === "/materials/items");
  return (
    <div className="mat">
      <div className="mat-sum">
        <p className="mat-count">{t("mat.count", { n: there, all: reference.materials.length })}</p>
        <details className="mat-levels">
          <summary>{t("mat.trust.what")}</summary>
          <dl>
            {levels.map((level) => <div key={level}><dt>{t("mat.level", { level })}</dt><dd>{t(`mat.level.${level}`)}</dd></div>)}
          </dl>
        </details>
      </div>
      {missing.length > 0 && (
        <div className="mat-missing" id={fieldId("/materials/items")} tabIndex={-1}>
          {missing.map((gap) => <FieldError key={gap.message}>{gap.message}</FieldError>)}
        </div>
      )}
      <ol className="mat-list">
        {reference.materials.map((info) => <MaterialItem key={info.number} info={info} {...props} />)}
      </ol>
    </div>
  );
}
