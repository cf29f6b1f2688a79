import { Check } from "@/design";
import { useText } from "@/i18n";
import type { Voice } from "@/features/verification/matrix";

/** Member is an expert of the panel, with a name where the case file tells it. */
export interface Member {
  id: string;
  name: string;
  leader: boolean;
}

/** membersOf gives the panel with names; its leader stands first. */
export function membersOf(panel: readonly string[], voices: readonly Voice[]): Member[] {
  return panel.map((id, i) => ({ id, name: voices.find((voice) => voice.id === id)?.name ?? "", leader: i === 0 }));
}

/** People picks members of the panel. */
export function People({ id, legend, members, value, error, onChange }: {
  id: string;
  legend: string;
  members: readonly Member[];
  value: readonly string[];
  error?: string;
  onChange: (ids: string[]) => void;
}) {
  const t = useText("expert");
  const pick = (member: string, on: boolean) => onChange(members.map((m) => m.id).filter((one) => (one === member ? on : value.includes(one))));
  return (
    <fieldset className="expert-people" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {error && <p id={`${id}-error`} className="expert-wrong">{error}</p>}
      <div className="expert-people-row">
        {members.map((member, i) => (
          <Check key={member.id} label={`${member.name || t("people.nameless", { n: i + 1 })}${member.leader ? t("people.leader") : ""}`} checked={value.includes(member.id)} onChange={(on) => pick(member.id, on)} />
        ))}
      </div>
    </fieldset>
  );
}
