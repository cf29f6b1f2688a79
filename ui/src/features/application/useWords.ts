import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { dayOf, momentOf, useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { wordOf } from "./labels";
import { regionsQuery } from "@/features/case/queries";
import type { Content, Documents } from "./section";

const none: Content["occupations"]["rows"] = [];

/** Words puts what an application holds into words for a reader. */
export interface Words {
  label(pointer: string): string;
  value(pointer: string, value: unknown): string;
}

const entry = /^(.*)\/(\d+)\/[^/]+$/;

/** units are the words after a number. */
const units = {
  "unit.staffTotal": "person", "unit.dispatchedStaff": "person", "unit.skilled.count": "person", "plan.numbers.people": "person",
  "organisation.fullTime": "person", "organisation.experts": "person", "organisation.assessors": "person", "organisation.qualitySupervisors": "person",
  "premises.sites.area": "squareMetre", "premises.video.storageDays": "day", "funding.annual": "yuan",
} as const;

const figures = new Intl.NumberFormat("en-US");

/** useWords knows the names of fields, levels, cities and files. */
export function useWords(documents: Pick<Documents, "of">, occupations: Content["occupations"]["rows"] = none): Words {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  return useMemo(() => {
    const level = (code: string) => reference.levels.find((one) => one.code === code)?.name ?? code;
    const named = (code: string) => {
      const row = occupations.find((one) => one.code === code);
      return row ? `${row.name} ${code}` : code;
    };
    const file = (id: string) => documents.of([id])[0]?.name ?? t("file");
    const one = (word: string, value: unknown): string => {
      if (value === null || value === undefined || value === "" || value === 0) return "";
      if (typeof value === "boolean") return value ? t("yes") : "";
      if (typeof value === "number") return `${figures.format(value)} ${word in units ? t(units[word as keyof typeof units]) : ""}`.trim();
      if (typeof value === "string") return text(word, value);
      if (Array.isArray(value)) return value.map((v) => one(word, v)).filter(Boolean).join(t("comma"));
      return Object.entries(value as object).flatMap(([key, inner]) => labelled(`${word}.${key}`, inner)).join(t("semicolon"));
    };
    const labelled = (word: string, value: unknown): string[] => {
      const words = one(word, value);
      if (words === "") return [];
      return [typeof value === "number" ? `${t.of(`f.${word}`, word)} ${words}` : words];
    };
    const text = (word: string, value: string): string => {
      const last = word.slice(word.lastIndexOf(".") + 1);
      if (last === "documents" || last === "document" || last === "public" || last === "proofs") return file(value);
      if (last === "level" || word === "occupations.rows.levels.code") return level(value);
      if (word === "plan.numbers.code" || last === "occupation") return named(value);
      if (word === "unit.region") return regions.items.find((region) => region.code === value)?.name ?? value;
      if (last === "rooms") return t.of(`room.${value}`, value);
      if (last === "tenure") return t.of(`tenure.${value}`, value);
      if (last === "ways") return t.of(`way.${value}`, value);
      if (word === "occupations.rows.standard.kind") return t.of(`standard.${value}`, value);
      if (word === "staff.kind") return t.of(`staffKind.${value}`, value);
      if (word === "staff.employment") return t.of(`employment.${value}`, value);
      if (word === "staff.validThrough") return dayOf(value);
      if (word === "promise.at") return momentOf(value);
      return value;
    };
    return {
      label: (pointer) => {
        const name = t.of(`f.${wordOf(pointer)}`, wordOf(pointer));
        const within = entry.exec(pointer);
        return within ? t("field.entry", { n: Number(within[2]) + 1, name }) : name;
      },
      value: (pointer, value) => one(wordOf(pointer), value),
    };
  }, [documents, occupations, reference, regions, t]);
}
