import { expect, it, vi } from "vitest";
import { openPdf } from "./pdf";

/** As pdf.js does: what is let go while it loads is refused, and so may be the letting go. */
vi.mock("pdfjs-dist", () => ({
  GlobalWorkerOptions: {},
  PDFWorker: class {},
  getDocument: () => {
    let refuse = (_: Error) => undefined as void;
    const promise = new Promise<never>((_, reject) => (refuse = reject));
    const destroy = () => {
      refuse(new Error("Loading aborted"));
      return Promise.reject(new Error("Worker was destroyed"));
    };
    return { promise, destroy };
  },
}));
vi.mock("pdfjs-dist/build/pdf.worker.min.mjs?url", () => ({ default: "" }));

it("lets a PDF go while it loads without an error that nobody handles", async () => {
  openPdf(new ArrayBuffer(0)).close();
  await new Promise((resolve) => setTimeout(resolve, 20)); // the test runner fails for what nobody handles
});

it("tells whoever waits for a PDF that it was let go", async () => {
  const opened = openPdf(new ArrayBuffer(0));
  const waiting = expect(opened.document).rejects.toThrow("Loading aborted");
  opened.close();
  await waiting;
});
