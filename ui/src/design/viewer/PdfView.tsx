import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { problemOf, type Problem } from "@/api/problem";
import { useText } from "@/i18n";
import { ProblemNotice } from "../notice/ProblemNotice";
import { Loading } from "../notice/States";
import { findIn, type Match } from "./find";
import type { PaneProps } from "./Pane";
import { openPdf } from "./pdf";
import { PdfPage, type PageSize } from "./PdfPage";

/** PdfView shows a PDF page under page; only those near the eye are drawn. */
export default function PdfView({ name, blob, view, onPage, onPages, onMatches }: PaneProps) {
  const t = useText("design");
  const scroll = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [first, setFirst] = useState<PageSize>();
  const [problem, setProblem] = useState<Problem>();
  const [width, setWidth] = useState(0);
  const [matches, setMatches] = useState<Match[]>([]);

  useEffect(() => {
    let here = true;
    let close = () => undefined as void;
    const read = async () => {
      const opened = openPdf(await blob.arrayBuffer());
      close = opened.close;
      if (!here) return close();
      const document = await opened.document;
      const { width: w, height: h } = (await document.getPage(1)).getViewport({ scale: 1 });
      if (!here) return;
      setFirst({ width: w, height: h });
      setPdf(document);
      onPages?.(document.numPages);
    };
    read().catch((thrown: unknown) => here && setProblem(problemOf(thrown)));
    return () => {
      here = false;
      close();
    };
    // The callbacks belong to the same viewer for as long as the file does.
  }, [blob]);

  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) return;
    const measure = () => setWidth(Math.max(200, box.clientWidth - 24));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [pdf]);

  /** Only this box is scrolled, never the page around it. */
  const goTo = (number: number) => {
    const target = scroll.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);
    if (target) scroll.current?.scrollTo({ top: target.offsetTop - 8 });
  };
  useEffect(() => {
    if (view.goTo) goTo(view.page);
  }, [view.goTo]);
  useEffect(() => {
    if (first && view.page > 1) goTo(view.page);
  }, [first, width > 0]);

  useEffect(() => {
    if (!pdf) return;
    let here = true;
    if (!view.words) {
      setMatches([]);
      onMatches?.(undefined);
      return;
    }
    findIn(pdf, view.words).then((found) => {
      if (!here) return;
      setMatches(found);
      onMatches?.(found.length);
    }, () => undefined); // the file was let go
    return () => {
      here = false;
    };
  }, [pdf, view.words]);

  const scale = first ? (width / (view.turn % 180 === 0 ? first.width : first.height)) * view.zoom : 0;
  const place = useRef(0);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box) box.scrollTop = place.current * box.scrollHeight; // larger or smaller, the same lines stay in sight
  }, [scale]);

  const current = matches[view.match];
  useEffect(() => {
    if (current) goTo(current.page);
  }, [current]);

  if (problem) return <ProblemNotice problem={problem}><p>{t("viewer.broken")}</p></ProblemNotice>;
  if (!pdf || !first) return <Loading shape="block" />;
  return (
    <div ref={scroll} className="jx-pane-scroll jx-pdf" tabIndex={0} role="group" aria-label={name} onScroll={({ currentTarget: box }) => { place.current = box.scrollTop / box.scrollHeight; }}>
      {width > 0 && Array.from({ length: pdf.numPages }, (_, i) => (
        <PdfPage
          key={i}
          pdf={pdf}
          number={i + 1}
          scale={scale}
          turn={view.turn}
          guess={first}
          words={matches.some((match) => match.page === i + 1) ? view.words : ""}
          current={current?.page === i + 1 ? current.nth : -1}
          onSeen={onPage}
        />
      ))}
    </div>
  );
}
