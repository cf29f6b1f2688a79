import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Schemas } from "@/api/client";
import { classes, VerdictMark, type Finding } from "@/design";
import { useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { itemsOf, keyOf, lacksOf, type Item, type Sheet } from "./review";

const marks: Record<string, Finding> = { good: "pass", doubtful: "supplement", poor: "refuse" };

/** useItemName gives the words of an item. */
export function useItemName(sheet: Sheet, rows: readonly Schemas["OccupationRow"][]): (item: Item) => string {
  const t = useText("expert");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  return useCallback((item) => {
    if (item.kind === "overall") return t("overall");
    if (item.kind === "material") return reference.materials.find((m) => m.number === item.number)?.name ?? String(item.number);
    const said = sheet.occupations[item.index];
    const row = rows.find((r) => r.code === said?.code && (r.workType ?? "") === (said.workType ?? ""));
    const name = row?.name ?? said?.code ?? "";
    return said?.workType && said.workType !== "--" ? t("occupation.workType", { name, workType: said.workType }) : name;
  }, [t, reference, sheet, rows]);
}

/** markOf gives the mark of an item: what was said of it, or that nothing was yet. */
export function markOf(sheet: Sheet, item: Item): Finding {
  if (lacksOf(sheet, item).length > 0) return "";
  if (item.kind === "material") return marks[sheet.materials.find((m) => m.number === item.number)?.opinion ?? ""] ?? "";
  return item.kind === "overall" && sheet.favourable === false ? "refuse" : "pass";
}

/** ItemList is the left of the review: materials, occupations and the whole, with what has been said. */
export function ItemList({ sheet, at, nameOf, onPick }: { sheet: Sheet; at: Item; nameOf: (item: Item) => string; onPick: (item: Item) => void }) {
  const t = useText("expert");
  const groups = [["material", t("list.materials")], ["occupation", t("list.occupations")], ["overall", t("list.overall")]] as const;
  return (
    <nav className="expert-list" aria-label={t("list.label")}>
      {groups.map(([kind, title]) => (
        <div key={kind}>
          <p className="expert-list-title" aria-hidden="true">{title}</p>
          <ol className="expert-items" aria-label={title}>
            {itemsOf(sheet).filter((item) => item.kind === kind).map((item) => (
              <li key={keyOf(item)}>
                <button type="button" className={classes("expert-item", `expert-item-${markOf(sheet, item) || "none"}`)} aria-current={keyOf(item) === keyOf(at) || undefined} onClick={() => onPick(item)}>
                  {item.kind === "material" && <span className="expert-number" aria-hidden="true">{item.number}</span>}
                  <span className="expert-item-name">{nameOf(item)}</span>
                  <VerdictMark finding={markOf(sheet, item)} />
                  <span className="visually-hidden">{t(lacksOf(sheet, item).length > 0 ? "list.open" : "list.done")}</span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}
