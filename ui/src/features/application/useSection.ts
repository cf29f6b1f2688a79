import { useQuery, useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { FieldProblem } from "@/api/problem";
import { useDraft, type Draft } from "@/draft/autosave";
import { useFiles } from "./files";
import { applicationQuery, gapsQuery, staffQuery, type Application } from "./queries";
import { saveSection, standOf } from "./save";
import { gapsOf, type SectionCode, type SectionProps, type Values } from "./section";
import { draftKey, stampOf } from "./stamp";

/** SectionOptions: blanks marks empty fields too, once the person has asked what is still missing. */
export interface SectionOptions {
  caseNo?: string;
  readOnly?: boolean;
  blanks?: boolean;
}

/** Section is what a page needs to show the form of one section and to keep what is typed. */
export interface Section<S extends SectionCode> {
  props: SectionProps<S>;
  draft: Draft<Values[S]>;
  application: Application;
  /** problems are all that the server misses or finds wrong in what was saved, blank fields included. */
  problems: readonly FieldProblem[];
}

/** useSection opens one section of an application. A page may open several: their saves go one after another. */
export function useSection<S extends SectionCode>(applicationId: string, section: S, options: SectionOptions = {}): Section<S> {
  const { caseNo, readOnly = false, blanks = false } = options;
  const { data: application } = useSuspenseQuery(applicationQuery(applicationId));
  const wanted: ReturnType<typeof staffQuery>[] = section === "staff" ? [staffQuery(applicationId)] : [];
  const lists = useSuspenseQueries({ queries: wanted });
  const documents = useFiles();
  const gaps = useQuery({ ...gapsQuery(applicationId), enabled: !readOnly }).data?.items;
  const stand = standOf(section, application, lists[0]?.data.rows ?? []);
  const [begin] = useState(stand);
  const draft = useDraft<Values[S]>(draftKey(applicationId, section), begin, (content, version) => saveSection(applicationId, section, content, version), { inBrowser: section !== "staff" }); // ID numbers lie nowhere in clear
  const { status, value, takeTheirs } = draft;
  useEffect(() => {
    if (status === "clean" && stand.version !== stampOf(value)) takeTheirs(stand); // read again meanwhile, and nothing typed
  }, [stand.version]);
  const refused = draft.status === "refused" ? draft.problem?.fields : undefined;
  const problems = useMemo(() => [...refusals(section, refused), ...(gaps ?? [])], [gaps, refused, section]);
  const shown = useMemo(() => gapsOf(section, problems, blanks), [blanks, problems, section]);
  return {
    draft,
    application,
    problems: gapsOf(section, problems, true).all,
    props: { applicationId, caseNo, content: draft.value, change: readOnly ? ignore : draft.change, application: application.content, gaps: shown, readOnly, documents },
  };
}

const ignore = () => undefined;

/** refusals are the fields for which a save was refused; those of the staff lists point into the rows that were sent. */
function refusals(section: SectionCode, fields: readonly FieldProblem[] | undefined): FieldProblem[] {
  if (!fields) return [];
  return fields.map((field) => ({ ...field, pointer: pointerOf(section, field.pointer) }));
}

function pointerOf(section: SectionCode, pointer: string): string {
  if (section === "staff") return pointer.replace(/^\/rows/, "/staff");
  const within = pointer.replace(/^\/content(?=\/|$)/, "");
  return within.startsWith(`/${section}`) ? within : `/${section}${within}`;
}
