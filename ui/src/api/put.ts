import { Problem } from "./problem";

/** Put is one request to the store of files. */
export interface Put {
  method: string;
  url: string;
  headers: Record<string, string> | undefined;
  body: Blob;
  signal: AbortSignal;
  sent: (bytes: number) => void;
}

const silence = 60_000;

/** put sends a piece of a file to the address that the server signed; XMLHttpRequest tells how much has left. */
export function put({ method, url, headers, body, signal, sent }: Put): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const interrupted = () => end(() => reject(new Problem({ status: 0, code: "interrupted", detail: "" })));
    const abort = () => request.abort();
    let watch = window.setTimeout(abort, silence);
    const end = (then: () => void) => {
      window.clearTimeout(watch);
      signal.removeEventListener("abort", abort);
      then();
    };
    request.open(method || "PUT", url);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      window.clearTimeout(watch);
      watch = window.setTimeout(abort, silence);
      sent(Math.min(event.loaded, body.size));
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) end(resolve);
      else end(() => reject(new Problem({ status: request.status === 403 ? 503 : request.status, code: "interrupted", detail: "" })));
    };
    request.onerror = interrupted;
    request.onabort = interrupted;
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) interrupted();
    else request.send(body);
  });
}
