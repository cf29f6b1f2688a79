import { classes, Icon, Tag } from "@/design";
import { useText } from "@/i18n";
import { wordOf } from "../labels";
import type { Content, SectionCode } from "../section";
import { useSheetContext } from "./context";
import { Fact, FactValue } from "./Fact";
import { layout, whenBlank, type Block } from "./layout";
import { PlanMatrix } from "./PlanMatrix";

/** valueAt follows the steps of a pointer into a value. */
export function valueAt(value: unknown, steps: string): unknown {
  return steps === "" ? value : steps.split("/").reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}

/** SheetBlock shows the content of a section in the order of its layout. */
export function SheetBlock({ section, value }: { section: SectionCode; value: unknown }) {
  if (section === "plan") return <><OneBlock block={layout.plan[0]!} root="/plan" value={value} /><PlanMatrix numbers={(value as Content["plan"]).numbers} /></>;
  if (section === "materials") return <Materials entries={(value as Content["materials"]).items} />;
  return layout[section].map((block, i) => <OneBlock key={i} block={block} root={`/${section}`} value={value} />);
}

function OneBlock({ block, root, value }: { block: Block; root: string; value: unknown }) {
  if (block.kind === "fields") return <Fields names={block.fields} root={root} value={value} />;
  const at = block.list === "" ? root : `${root}/${block.list}`;
  const entries = (valueAt(value, block.list) ?? []) as unknown[];
  if (entries.length === 0) return <dl className="sheet-facts"><Fact at={at} value={undefined} /></dl>;
  if (block.kind === "table") return <Rows at={at} columns={block.columns} entries={entries} />;
  return <ol className="sheet-entries">{entries.map((entry, i) => <Entry key={i} at={`${at}/${i}`} entry={entry} names={block.fields} />)}</ol>;
}

function Fields({ names, root, value }: { names: readonly string[]; root: string; value: unknown }) {
  const { words, gaps, marks } = useSheetContext();
  return (
    <dl className="sheet-facts">
      {names.map((name) => {
        const at = `${root}/${name}`;
        const held = valueAt(value, name);
        const silent = whenBlank.has(wordOf(at)) && words.value(at, held) === "" && !gaps?.at(at) && !marks.at(at);
        return silent ? null : <Fact key={name} at={at} value={held} />;
      })}
    </dl>
  );
}

/** Entry is one of several alike, under the name by which people know it: an occupation, a material, a site, a condition. */
function Entry({ at, entry, names }: { at: string; entry: unknown; names: readonly string[] }) {
  const t = useText("application");
  const { marks } = useSheetContext();
  const added = marks.added(at);
  return (
    <li className={classes("sheet-entry", added && "sheet-new")}>
      <p className="sheet-entry-name"><EntryName at={at} entry={entry as Record<string, unknown>} />{added && <Tag state="working">{t("sheet.added")}</Tag>}</p>
      <Fields names={names} root={at} value={entry} />
    </li>
  );
}

function EntryName({ at, entry }: { at: string; entry: Record<string, unknown> }) {
  const t = useText("application");
  const { reference } = useSheetContext();
  const number = Number(entry.number);
  if (at.startsWith("/materials/")) return <>{t("sheet.material", { n: number, name: reference.materials.find((one) => one.number === number)?.name ?? "" })}</>;
  if (at.startsWith("/conditions/")) {
    const condition = reference.conditions.find((one) => one.number === number);
    return <>{t("conditions.title", { article: condition?.article ?? "", name: condition?.name ?? "" })}</>;
  }
  const workType = String(entry.workType ?? "");
  return (
    <>
      <FactValue at={`${at}/name`} value={entry.name} />
      {workType && `（${workType}）`}
      {entry.code !== undefined && <span className="sheet-code number">{String(entry.code)}</span>}
    </>
  );
}

function Rows({ at, columns, entries }: { at: string; columns: readonly string[]; entries: readonly unknown[] }) {
  const { words, marks } = useSheetContext();
  const used = columns.filter((column) => entries.some((entry) => words.value(`${at}/0/${column}`, valueAt(entry, column)) !== ""));
  return (
    <table className="sheet-table">
      <caption>{words.label(at)}</caption>
      <thead>
        <tr>{used.map((column) => <th key={column} scope="col">{words.label(`${at}/${column}`)}</th>)}</tr>
      </thead>
      <tbody>
        {entries.map((entry, i) => (
          <tr key={i} className={classes(marks.added(`${at}/${i}`) && "sheet-new")}>
            {used.map((column) => (
              <td key={column} data-label={words.label(`${at}/${column}`)}><FactValue at={`${at}/${i}/${column}`} value={valueAt(entry, column)} /></td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Materials shows all seven: the files, the online check that is asked for, or the section that is the material. */
function Materials({ entries }: { entries: Content["materials"]["items"] }) {
  const t = useText("application");
  const { reference, gaps } = useSheetContext();
  return (
    <>
      <ol className="sheet-entries">
        {reference.materials.map((material) => {
          const i = entries.findIndex((entry) => entry.number === material.number);
          const entry = entries[i];
          const at = `/materials/items/${i}`;
          const carried = reference.sections.find((section) => section.code === material.carried)?.name;
          return (
            <li key={material.number} className="sheet-entry">
              <p className="sheet-entry-name">{t("sheet.material", { n: material.number, name: material.name })}</p>
              <p className="sheet-value">
                {entry && entry.documents.length > 0 && <FactValue at={`${at}/documents`} value={entry.documents} />}
                {entry?.onlineCheck && t("sheet.online")}
                {carried && t(material.number === 2 ? "sheet.carriedAll" : "sheet.carried", { name: carried })}
                {!entry?.documents.length && !entry?.onlineCheck && !carried && <span className="sheet-blank">{t("blank")}</span>}
              </p>
            </li>
          );
        })}
      </ol>
      {gaps?.all.filter((gap) => gap.pointer === "/materials/items").map((gap) => <p key={gap.message} className="sheet-gap"><Icon name="warning" />{gap.message}</p>)}
    </>
  );
}
