import { TextLayer, type PDFDocumentProxy, type PDFPageProxy, type RenderTask } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { useText } from "@/i18n";
import { markWords } from "./find";

/** PageSize in points. */
export interface PageSize {
  width: number;
  height: number;
}

/** PdfPageProps of one page. */
export interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  turn: number;
  /** The size of the first page, until this one is read. */
  guess: PageSize;
  words: string;
  /** Which match of this page is the current one, from 0; -1 is none. */
  current: number;
  onSeen?: (page: number) => void;
}

const finest = 2;

/** PdfPage is one page: a picture of it, and over it its words, to be selected, searched and read out. */
export function PdfPage({ pdf, number, scale, turn, guess, words, current, onSeen }: PdfPageProps) {
  const t = useText("design");
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number === 1);
  const [page, setPage] = useState<PDFPageProxy>();
  const [drawn, setDrawn] = useState(0);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const root = element.parentElement;
    const approach = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { root, rootMargin: "100% 0px" });
    const arrive = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen?.(number), { root, rootMargin: "-40% 0px -55% 0px" });
    approach.observe(element);
    arrive.observe(element);
    return () => {
      approach.disconnect();
      arrive.disconnect();
    };
    // The page is seen the same way whoever is told of it.
  }, [number]);

  useEffect(() => {
    if (!near) return;
    let here = true;
    pdf.getPage(number).then((read) => here && setPage(read), () => undefined); // the file was let go
    return () => {
      here = false;
    };
  }, [pdf, number, near]);

  const rotation = ((page?.rotate ?? 0) + turn) % 360;
  const upright = turn % 180 === 0;
  const size = page ? page.getViewport({ scale, rotation }) : { width: (upright ? guess.width : guess.height) * scale, height: (upright ? guess.height : guess.width) * scale };

  useEffect(() => {
    const paper = canvas.current;
    const layer = text.current;
    if (!page || !near || !paper || !layer) return;
    const ratio = Math.min(window.devicePixelRatio || 1, finest);
    const viewport = page.getViewport({ scale, rotation });
    paper.width = Math.floor(viewport.width * ratio);
    paper.height = Math.floor(viewport.height * ratio);
    const drawing: RenderTask = page.render({ canvas: paper, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
    layer.replaceChildren();
    layer.style.setProperty("--total-scale-factor", String(scale));
    layer.style.setProperty("--scale-round-x", "1px");
    layer.style.setProperty("--scale-round-y", "1px");
    const written = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
    drawing.promise.catch(() => undefined); // drawn anew, or gone
    written.render().then(() => setDrawn((n) => n + 1), () => undefined);
    return () => {
      drawing.cancel();
      written.cancel();
    };
  }, [page, near, scale, rotation]);

  useEffect(() => {
    if (text.current) markWords(text.current, words, current);
  }, [words, current, drawn]);

  return (
    <div ref={box} className="jx-page" data-page={number} role="group" aria-label={t("viewer.pageLabel", { page: number })} style={{ width: Math.floor(size.width), height: Math.floor(size.height) }}>
      {near && <canvas ref={canvas} className="jx-page-picture" aria-hidden="true" />}
      {near && <div ref={text} className="jx-page-text" />}
    </div>
  );
}
