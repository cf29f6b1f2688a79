import { useMemo, useState } from "react";
import type { Schemas } from "@/api/client";
import { DocumentViewer, Empty, Icon, VerdictMark } from "@/design";
import { momentOf, useText } from "@/i18n";
import { filesOf, typeOf } from "@/features/acceptance/files";
import { sectionsOf, type Section } from "@/features/acceptance/matter";
import { ApplicationSheet } from "@/features/application/sheet/ApplicationSheet";
import { markOf } from "./ItemList";
import { contentFor, itemsOf, keyOf, type Item, type Sheet } from "./review";

const form = "form";

/** Reading is the middle of the review: the files of the item in view, one at a time, what was filled in, or all that was said so far. */
export function Reading({ item, sheet, content, checks, caseNo, nameOf, onPick }: {
  item: Item;
  sheet: Sheet;
  content: Schemas["FrozenContent"];
  /** What the acceptance looked up online instead of a paper. */
  checks: readonly Schemas["OnlineCheck"][];
  caseNo: string;
  nameOf: (item: Item) => string;
  onPick: (item: Item) => void;
}) {
  if (item.kind === "overall") return <SoFar sheet={sheet} nameOf={nameOf} onPick={onPick} />;
  if (item.kind === "material") return <Files matter={item.number} sections={item.number === 1 ? ["unit"] : sectionsOf(item.number)} content={content} checks={checks} caseNo={caseNo} />;
  const occupation = sheet.occupations[item.index];
  return <Files matter="occupations" sections={["occupations", "premises"]} content={occupation ? contentFor(content, occupation) : content} checks={[]} caseNo={caseNo} />;
}

function Files({ matter, sections, content, checks, caseNo }: {
  matter: number | Section;
  sections: readonly Section[];
  content: Schemas["FrozenContent"];
  checks: readonly Schemas["OnlineCheck"][];
  caseNo: string;
}) {
  const t = useText("expert");
  const files = useMemo(() => filesOf(content, matter), [content, matter]);
  const first = typeof matter === "number" ? files[0]?.id : undefined;
  const [picked, setPicked] = useState(first ?? (sections.length > 0 ? form : ""));
  const file = files.find((one) => one.id === picked);
  if (files.length === 0 && sections.length === 0) return <Empty title={t("read.none")} />;
  return (
    <div className="expert-reading">
      <ul className="expert-files" aria-label={t("read.files")}>
        {files.map((one) => (
          <li key={one.id}>
            <button type="button" className="expert-file" aria-pressed={one.id === picked} onClick={() => setPicked(one.id)}>
              <Icon name="file" />
              <span>{one.name}</span>
            </button>
          </li>
        ))}
        {sections.length > 0 && (
          <li>
            <button type="button" className="expert-file" aria-pressed={picked === form} onClick={() => setPicked(form)}>
              <Icon name="pen" />
              <span>{t("read.form")}</span>
            </button>
          </li>
        )}
      </ul>
      {checks.filter((check) => check.material === matter).map((check) => <Looked key={check.subject + check.source} check={check} />)}
      {file ? (
        <DocumentViewer key={file.id} documentId={file.id} name={file.name} type={typeOf(file.name)} reason={t("read.reason", { caseNo })} />
      ) : (
        <div className="expert-filled" tabIndex={0} role="group" aria-label={t("read.form")}>
          {sections.map((section) => (
            <ApplicationSheet key={section} content={content} section={section} heading={3} onOpen={(id) => files.some((one) => one.id === id) && setPicked(id)} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Looked is a check that the acceptance made online in place of a paper (网上核验). */
function Looked({ check }: { check: Schemas["OnlineCheck"] }) {
  const t = useText("expert");
  return (
    <p className="expert-checked">
      <strong>{t(check.result === "ok" ? "checked.ok" : "checked.failed")}</strong>
      <span>{t("checked.what", { subject: check.subject, source: check.source, when: check.checkedAt ? momentOf(check.checkedAt) : "" })}</span>
    </p>
  );
}

/** SoFar shows all that was said, before the overall opinion. */
function SoFar({ sheet, nameOf, onPick }: { sheet: Sheet; nameOf: (item: Item) => string; onPick: (item: Item) => void }) {
  const t = useText("expert");
  return (
    <div className="expert-sofar">
      <h3>{t("sofar")}</h3>
      <dl>
        {itemsOf(sheet).filter((item) => item.kind !== "overall").map((item) => {
          const material = item.kind === "material" ? sheet.materials.find((m) => m.number === item.number) : undefined;
          const occupation = item.kind === "occupation" ? sheet.occupations[item.index] : undefined;
          return (
            <div key={keyOf(item)}>
              <dt className={`expert-item-${markOf(sheet, item) || "none"}`}><VerdictMark finding={markOf(sheet, item)} /><button type="button" className="jx-link" onClick={() => onPick(item)}>{nameOf(item)}</button></dt>
              <dd>
                {material && (material.opinion ? t(`opinion.${material.opinion}`) : t("sofar.open"))}
                {occupation && (occupation.ability && occupation.conditions ? t("sofar.marks", { ability: occupation.ability, conditions: occupation.conditions }) : t("sofar.open"))}
                {(material?.words || occupation?.opinion) && <span className="expert-words">{material?.words || occupation?.opinion}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
