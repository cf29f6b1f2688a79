import { send } from "@/api/client";
import { problemFrom } from "@/api/problem";

/** certificateHref is where a certificate's PDF is. */
export function certificateHref(number: string, reason: string): string {
  return `/api/certificates/${encodeURIComponent(number)}/file${reason ? `?${new URLSearchParams({ reason }).toString()}` : ""}`;
}

/** saveFile asks for a file and saves it under a name; a refusal is thrown as a Problem. */
export async function saveFile(path: string, name: string): Promise<void> {
  const response = await send(new Request(new URL(path, window.location.origin)));
  if (!response.ok) throw await problemFrom(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
