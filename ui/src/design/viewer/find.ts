import type { PDFDocumentProxy } from "pdfjs-dist";

/** Match is the nth place on a page that has the words. */
export interface Match {
  page: number;
  nth: number;
}

/** plain makes texts comparable: small letters, half width, no spaces (Chinese PDFs put them anywhere). */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** countIn counts how often the words stand in a text. */
export function countIn(text: string, words: string): number {
  const looked = plain(words);
  return looked ? plain(text).split(looked).length - 1 : 0;
}

/** findIn finds the words on all pages, in order. */
export async function findIn(pdf: PDFDocumentProxy, words: string): Promise<Match[]> {
  const found: Match[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const content = await (await pdf.getPage(page)).getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str : "")).join("");
    const count = countIn(text, words);
    for (let nth = 0; nth < count; nth++) found.push({ page, nth });
  }
  return found;
}

/** markWords marks the pieces of a page's text that the words stand in. */
export function markWords(layer: HTMLElement, words: string, current: number): void {
  const pieces = [...layer.querySelectorAll<HTMLElement>("span")].filter((piece) => piece.childElementCount === 0);
  for (const piece of pieces) piece.classList.remove("jx-mark-found", "jx-mark-current");
  const looked = plain(words);
  if (!looked) return;
  const owner: HTMLElement[] = [];
  let text = "";
  for (const piece of pieces) {
    const own = plain(piece.textContent ?? "");
    for (let i = 0; i < own.length; i++) owner.push(piece);
    text += own;
  }
  let nth = 0;
  for (let at = text.indexOf(looked); at >= 0; at = text.indexOf(looked, at + looked.length)) {
    for (const piece of new Set(owner.slice(at, at + looked.length))) {
      piece.classList.add("jx-mark-found");
      if (nth === current) piece.classList.add("jx-mark-current");
    }
    nth++;
  }
}
