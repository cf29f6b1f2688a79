import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { documentQuery } from "@/features/case/queries";
import type { Signed } from "@/features/task/OnBehalf";

/** useSigned gives the scan that a draft names, and the way to name another (代录). */
export function useSigned(documentId: string, name: (documentId: string) => void): { signed: Signed; onSigned: (document: Signed) => void } {
  const client = useQueryClient();
  const { data } = useQuery({ ...documentQuery(documentId), enabled: documentId !== "" });
  const onSigned = (document: Schemas["Document"] | undefined) => {
    if (document) client.setQueryData(documentQuery(document.id).queryKey, document);
    name(document?.id ?? "");
  };
  return { signed: documentId ? data : undefined, onSigned };
}
