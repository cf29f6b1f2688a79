import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { dayOf, momentOf, useText } from "@/i18n";
import { referenceQuery } from "@/features/task/queries";
import { wordOf } from "./labels";
import { regionsQuery } from "@/features/case/queries";
import type { Documents } from "./section";

/** Words puts what an application holds into words for a reader. */
export interface Words {
  label(pointer: string): string;
  value(pointer: string, value: unknown): string;
}

const entry = /^(.*)\/(\d+)\/[^/]+$/;

/** useWords knows the names of fields, levels, cities and files. */
export function useWords(documents: Pick<Documents, "of">): Words {
  const t = useText("application");
  const { data: reference } = useSuspenseQuery(referenceQuery);
  const { data: regions } = useSuspenseQuery(regionsQuery);
  return useMemo(() => {
    const level = (code: string) => reference.levels.find((one) => one.code === code)?.name ?? code;
    const file = (id: string) => documents.of([id])[0]?.name ?? t("file");
    const one = (word: string, value: unknown): string => {
      if (value === null || value === undefined || value === "" || value === 0) return "";
      if (typeof value === "boolean") return value ? t("yes") : "";
      if (typeof value === "number") return String(value);
      if (typeof value === "string") return text(word, value);
      if (Array.isArray(value)) return value.map((v) => one(word, v)).filter(Boolean).join(t("comma"));
      return Object.entries(value as object).map(([key, inner]) => one(`${word}.${key}`, inner)).filter(Boolean).join(t("semicolon"));
    };
    const text = (word: string, value: string): string => {
      const last = word.slice(word.lastIndexOf(".") + 1);
      if (last === "documents" || last === "document" || last === "public" || last === "proofs") return file(value);
      if (last === "level" || word === "occupations.rows.levels.code") return level(value);
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
  }, [documents, reference, regions, t]);
}
