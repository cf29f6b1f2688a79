import { createContext, use } from "react";
import type { Schemas } from "@/api/client";
import type { Gaps } from "../section";
import type { Words } from "../useWords";
import type { Marks } from "./marks";

/** SheetFile is what a record knows of a file. */
export interface SheetFile {
  id: string;
  name: string;
}

/** Sheet is what every field of a record needs. */
export interface Sheet {
  words: Words;
  marks: Marks;
  gaps: Gaps | undefined;
  onOpen: ((documentId: string) => void) | undefined;
  reference: Schemas["FilingReference"];
  /** marking: the record is compared with the one before it. */
  marking: boolean;
}

export const SheetContext = createContext<Sheet | undefined>(undefined);

/** useSheetContext gives the record that is being shown. */
export function useSheetContext(): Sheet {
  const sheet = use(SheetContext);
  if (!sheet) throw new Error("a field of a record stands outside of it");
  return sheet;
}
