import { useEffect, useRef, type ClipboardEvent } from "react";
import { Button, FieldError, NativeSelect, TextInput } from "@/design";
import { useText } from "@/i18n";
import { fieldId } from "@/features/task/fields";
import { blankEquipment, pastedEquipment, type Equipment } from "./equipment";
import { digitsOf, Part, useField } from "./fields";
import type { Content, Gaps } from "./section";

interface EquipmentListProps {
  equipment: readonly Equipment[];
  change: (equipment: Equipment[]) => void;
  occupations: Content["occupations"]["rows"];
  readOnly: boolean;
  gaps: Gaps;
}

/** EquipmentList is the list of equipment (设备清单), a line each; rows copied from a spreadsheet may be pasted. */
export function EquipmentList({ equipment, change, occupations, readOnly, gaps }: EquipmentListProps) {
  const t = useText("application");
  const list = useField("/premises/equipment");
  const added = useRef(false);
  useEffect(() => {
    if (added.current) document.getElementById(fieldId(`/premises/equipment/${equipment.length - 1}/name`))?.focus();
    added.current = false;
  }, [equipment.length]);
  const known = [...new Map(occupations.filter((row) => row.code).map((row) => [row.code, row.name])).entries()].map(([code, name]) => ({ code, name }));
  const add = () => {
    added.current = true;
    change([...equipment, blankEquipment]);
  };
  const paste = (i: number, event: ClipboardEvent) => {
    const rows = pastedEquipment(event.clipboardData.getData("text/plain"), known);
    if (rows.length === 0) return;
    event.preventDefault();
    change([...equipment.slice(0, i), ...rows, ...equipment.slice(i + 1)]);
  };
  return (
    <Part wide title={t("premises.equipment")} lead={t("premises.equipmentLead")}>
      {list.error && <FieldError>{list.error}</FieldError>}
      {equipment.length > 0 && (
        <table className="app-rows">
          <caption className="visually-hidden">{t("premises.equipment")}</caption>
          <thead>
            <tr>
              <th scope="col" className="app-rows-no">{t("column.no")}</th>
              <th scope="col">{t("f.premises.equipment.name")}</th>
              <th scope="col">{t("f.premises.equipment.model")}</th>
              <th scope="col" className="app-rows-short">{t("f.premises.equipment.quantity")}</th>
              <th scope="col">{t("f.premises.equipment.occupation")}</th>
              {!readOnly && <th scope="col"><span className="visually-hidden">{t("column.act")}</span></th>}
            </tr>
          </thead>
          <tbody>
            {equipment.map((item, i) => (
              <EquipmentRow
                key={i}
                item={item}
                index={i}
                occupations={known}
                readOnly={readOnly}
                gaps={gaps}
                set={(part) => change(equipment.map((one, at) => (at === i ? { ...one, ...part } : one)))}
                remove={() => change(equipment.filter((_, at) => at !== i))}
                onPaste={(event) => paste(i, event)}
              />
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && <p><Button id={list.id} icon="plus" onClick={add}>{t("premises.addEquipment")}</Button></p>}
    </Part>
  );
}

interface EquipmentRowProps {
  item: Equipment;
  index: number;
  occupations: readonly { code: string; name: string }[];
  readOnly: boolean;
  gaps: Gaps;
  set: (part: Partial<Equipment>) => void;
  remove: () => void;
  onPaste: (event: ClipboardEvent) => void;
}

function EquipmentRow({ item, index, occupations, readOnly, gaps, set, remove, onPaste }: EquipmentRowProps) {
  const t = useText("application");
  const cell = (key: keyof Equipment) => {
    const at = `/premises/equipment/${index}/${key}`;
    const error = gaps.at(at);
    const id = fieldId(at);
    const label = t.of(`f.premises.equipment.${key}`);
    return {
      wiring: { id, "aria-label": t("row.cell", { n: index + 1, label }), "aria-invalid": error ? (true as const) : undefined, "aria-describedby": error ? `${id}-error` : undefined },
      label,
      error: error && <FieldError id={`${id}-error`}>{error}</FieldError>,
    };
  };
  const [name, model, quantity, occupation] = [cell("name"), cell("model"), cell("quantity"), cell("occupation")];
  return (
    <tr>
      <td className="app-rows-no">{index + 1}</td>
      <td data-label={name.label}>{name.error}<TextInput {...name.wiring} autoComplete="off" readOnly={readOnly} value={item.name} onPaste={onPaste} onChange={(event) => set({ name: event.target.value })} /></td>
      <td data-label={model.label}>{model.error}<TextInput {...model.wiring} autoComplete="off" readOnly={readOnly} value={item.model} onChange={(event) => set({ model: event.target.value })} /></td>
      <td data-label={quantity.label} className="app-rows-short">{quantity.error}<TextInput {...quantity.wiring} inputMode="numeric" autoComplete="off" readOnly={readOnly} value={item.quantity === 0 ? "" : String(item.quantity)} onChange={(event) => set({ quantity: digitsOf(event.target.value) })} /></td>
      <td data-label={occupation.label}>
        <NativeSelect {...occupation.wiring} disabled={readOnly} empty={t("premises.anyOccupation")} options={options(occupations, item.occupation)} value={item.occupation} onChange={(event) => set({ occupation: event.target.value })} />
      </td>
      {!readOnly && <td className="app-rows-act"><Button kind="quiet" small icon="cross" iconOnly onClick={remove}>{t("premises.removeEquipment", { n: index + 1 })}</Button></td>}
    </tr>
  );
}

/** options offers the occupations that are applied for, and the one that is written down even if it is not. */
function options(occupations: readonly { code: string; name: string }[], current: string) {
  const known = occupations.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));
  return current === "" || occupations.some((o) => o.code === current) ? known : [...known, { value: current, label: current }];
}
