import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** templatesQuery reads the editions of the result template, the newest first, and what a new one may hold. */
export const templatesQuery = queryOptions({
  queryKey: ["result templates"],
  queryFn: () => answer(api.GET("/api/result-templates")),
});

/** workbookHref is where the empty workbook of an edition lies. */
export function workbookHref(edition: number): string {
  return `/api/result-templates/${edition}/workbook`;
}
