import { dayOf, useText } from "@/i18n";
import type { About, Sheet } from "./outbox/record";

/** useVisitText gives the way to write a record as plain words, for reading and copying. */
export function useVisitText(about: About): (sheet: Sheet) => string {
  const t = useText("visit");
  return (sheet) => {
    const experts = about.panel.filter((one) => sheet.experts.includes(one.id)).map((one) => one.name || t("arrival.expert"));
    const people = [...experts, ...sheet.officers].join(t("check.and"));
    const findings = sheet.findings.map((f) => {
      const condition = about.conditions.find((c) => c.number === f.number);
      const said = f.finding ? t(`finding.${f.finding}`) : t("finding.none");
      return t(f.words ? "said.findingWords" : "said.finding", { article: condition?.article ?? "", name: condition?.name ?? "", said, words: f.words });
    });
    return [t("said.visited", { date: sheet.visitedOn ? dayOf(sheet.visitedOn) : "", people }), ...findings].join("\n");
  };
}
