import { send } from "@/api/client";
import { problemFrom } from "@/api/problem";

/** nameIn reads the file name of a Content-Disposition. */
export function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? "")?.[1];
}

/** saveAnswer asks for a file with a body and saves what comes; a refusal is thrown as a Problem. */
export async function saveAnswer(path: string, body: unknown): Promise<void> {
  const response = await send(new Request(new URL(path, window.location.origin), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
  if (!response.ok) throw await problemFrom(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameIn(response.headers.get("Content-Disposition")) ?? "results.xlsx";
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
