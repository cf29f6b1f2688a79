import { useText } from "@/i18n";
import { Line, Part, Tick } from "./fields";
import type { SectionProps } from "./section";

const parts = ["truthful", "effective", "lawful"] as const;

/** PromiseSection is the applicant's word on the materials (对提交材料的真实性、有效性、合法性负责): all three, each for itself. */
export function PromiseSection({ content: promise, change, application }: SectionProps<"promise">) {
  const t = useText("application");
  const set = (part: Partial<typeof promise>) =>
    change((before) => {
      const next = { ...before, ...part };
      const whole = next.truthful && next.effective && next.lawful;
      return { ...next, at: whole ? (before.at ?? secondOf(new Date())) : undefined };
    });
  return (
    <Part title={t("section.promise")} lead={t("promise.lead", { name: application.unit.name })}>
      {parts.map((part) => (
        <Tick key={part} at={`/promise/${part}`} label={t.rich(`promise.${part}`, { word: <strong>{t(`promise.${part}.word`)}</strong> })} checked={promise[part]} set={(given) => set({ [part]: given })} />
      ))}
      <Line
        at="/promise/by"
        value={promise.by}
        set={(by) => set({ by })}
        chars={12}
        suggest={application.unit.legalRepresentative ? [application.unit.legalRepresentative] : undefined}
        autoComplete="off"
      />
    </Part>
  );
}

/** secondOf writes an instant to the second, as the server gives it back. */
const secondOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, "Z");
