import { getDocument, GlobalWorkerOptions, PDFWorker, type PDFDocumentProxy } from "pdfjs-dist";
import workerAddress from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerAddress;

/**
 * The tables by which Chinese PDFs without embedded fonts name their characters, the fonts that every reader must have,
 * and the decoders of scans (JBIG2, fax, JPEG 2000), which are WebAssembly: the worker's own policy has to allow it.
 */
const files: Record<string, string> = {
  ...import.meta.glob<string>("/node_modules/pdfjs-dist/cmaps/{Adobe-GB1,GB,UniGB,Identity}*.bcmap", { query: "?url", import: "default", eager: true }),
  ...import.meta.glob<string>("/node_modules/pdfjs-dist/standard_fonts/*.{ttf,pfb}", { query: "?url", import: "default", eager: true }),
  ...import.meta.glob<string>("/node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm", { query: "?url", import: "default", eager: true }),
};
const addresses = new Map(Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf("/") + 1), address]));

/** Files gives pdf.js what it asks for by name, from our own server. */
class Files {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    if (!address) throw new Error(`pdf.js asks for ${filename}, which is not delivered`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** One worker reads all files: to start another costs half a second on a slow machine. */
let worker: PDFWorker | undefined;

/** Opened is a PDF that is being read; close lets it go. */
export interface Opened {
  document: Promise<PDFDocumentProxy>;
  close: () => void;
}

/** startWorker starts the worker before there is something to read. */
export const startWorker = () => (worker ??= new PDFWorker());

/** openPdf reads a PDF in a worker of our own origin; nothing in it runs. */
export function openPdf(data: ArrayBuffer): Opened {
  const task = getDocument({
    data,
    worker: startWorker(),
    BinaryDataFactory: Files,
    cMapUrl: "/",
    standardFontDataUrl: "/",
    wasmUrl: "/",
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  task.promise.catch(() => undefined); // whoever waits for it is told; let go before anybody does, it fails in silence
  return { document: task.promise, close: () => void task.destroy().catch(() => undefined) };
}
