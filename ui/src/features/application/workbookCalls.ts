import { send } from "@/api/client";
import { problemFrom } from "@/api/problem";
import type { Checked } from "./workbook";

/** templateHref is where the workbook to fill in lies. */
export function templateHref(applicationId: string): string {
  return `/api/applications/${encodeURIComponent(applicationId)}/staff/workbook`;
}

/** checkWorkbook has a filled workbook read and judged; nothing of it is stored. */
export async function checkWorkbook(applicationId: string, file: File): Promise<Checked> {
  const response = await send(
    new Request(new URL(`${templateHref(applicationId)}/check`, window.location.origin), {
      method: "POST",
      headers: { "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
      body: await file.arrayBuffer(),
    }),
  );
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as Checked;
}
