import { useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { documentQuery, useDocuments } from "@/features/case/queries";

/** useFiles gives the documents that a sheet names, and the way to name others; one that is not read yet stays named. */
export function useFiles(ids: readonly string[], name: (ids: string[]) => void): { value: Schemas["Document"][]; onChange: (documents: Schemas["Document"][]) => void } {
  const client = useQueryClient();
  const { documents } = useDocuments(ids);
  return {
    value: ids.flatMap((id) => documents.get(id) ?? []),
    onChange: (next) => {
      for (const document of next) client.setQueryData(documentQuery(document.id).queryKey, document);
      name([...ids.filter((id) => !documents.has(id)), ...next.map((document) => document.id)]);
    },
  };
}
