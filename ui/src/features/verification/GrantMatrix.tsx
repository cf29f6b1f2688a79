import type { Schemas } from "@/api/client";
import { Check } from "@/design";
import { useText } from "@/i18n";
import { countLevels, granted, levelsIn, toggleGrant } from "./grants";

type Grant = Schemas["Grant"];

/** GrantMatrixProps: the bounds are what may be granted; without onChange the matrix is read. */
export interface GrantMatrixProps {
  bounds: readonly Grant[];
  value: readonly Grant[];
  levels: readonly Schemas["Named"][];
  onChange?: (grants: Grant[]) => void;
  caption: string;
}

/** GrantMatrix is occupation by level: what is granted. */
export function GrantMatrix({ bounds, value, levels, onChange, caption }: GrantMatrixProps) {
  const t = useText("verification");
  const columns = levelsIn(bounds, levels.map((level) => level.code));
  const nameOf = (code: string) => levels.find((level) => level.code === code)?.name ?? code;
  return (
    <div className="grant" id="f-sheet-granted">
      <table className="grant-table">
        <caption>
          {caption}
          <span className="grant-count">{t("grant.count", { occupations: value.length, levels: countLevels(value) })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("grant.occupation")}</th>
            {columns.map((level) => <th key={level} scope="col" className="grant-level">{nameOf(level).split("/").map((part) => <span key={part}>{part}</span>)}</th>)}
          </tr>
        </thead>
        <tbody>
          {bounds.map((bound) => {
            const name = bound.workType && bound.workType !== "--" ? t("grant.workType", { name: bound.name ?? bound.code, workType: bound.workType }) : (bound.name ?? bound.code);
            return (
              <tr key={`${bound.code} ${bound.workType}`}>
                <th scope="row">{name}<span className="grant-code">{bound.code}</span></th>
                {columns.map((level) => {
                  if (!bound.levels.includes(level)) return <td key={level} className="grant-none" data-label={nameOf(level)}><span className="visually-hidden">{t("grant.notApplied")}</span></td>;
                  const on = granted(value, bound, level);
                  return (
                    <td key={level} className={on ? "grant-on" : "grant-off"} data-label={nameOf(level)}>
                      {onChange ? (
                        <Check label={t("grant.cell", { name, level: nameOf(level) })} labelHidden checked={on} onChange={() => onChange(toggleGrant(bounds, value, bound, level))} />
                      ) : (
                        <span>{on ? "✓" : "—"}<span className="visually-hidden">{on ? t("grant.yes") : t("grant.no")}</span></span>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
