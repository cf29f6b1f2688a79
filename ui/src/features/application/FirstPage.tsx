import { useEffect, useRef, useState } from "react";
import { Icon } from "@/design";
import { openPdf } from "@/design/viewer/pdf";
import { useContent } from "@/design/viewer/useContent";

const width = 132;
const finest = 2;

/** FirstPage draws the first page of a PDF, or a picture, small. Another kind of file, or one that asks for a reason, shows a sheet. */
export function FirstPage({ documentId, name, type }: { documentId: string; name: string; type: string }) {
  const content = useContent({ documentId, name, type }, undefined);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState("");
  const [failed, setFailed] = useState(false);
  const { blob, kind } = content;

  useEffect(() => {
    if (!blob || kind !== "image") return;
    const address = URL.createObjectURL(blob);
    setPicture(address);
    return () => URL.revokeObjectURL(address);
  }, [blob, kind]);

  useEffect(() => {
    if (!blob || kind !== "pdf") return;
    let here = true;
    let close = (): void => undefined;
    const draw = async () => {
      const opened = openPdf(await blob.arrayBuffer());
      close = opened.close;
      const page = await (await opened.document).getPage(1);
      const paper = canvas.current;
      if (!here || !paper) return close();
      const ratio = Math.min(window.devicePixelRatio || 1, finest);
      const viewport = page.getViewport({ scale: (width * ratio) / page.getViewport({ scale: 1 }).width });
      paper.width = Math.floor(viewport.width);
      paper.height = Math.floor(viewport.height);
      await page.render({ canvas: paper, viewport }).promise;
    };
    draw().catch(() => here && setFailed(true));
    return () => {
      here = false;
      close();
    };
  }, [blob, kind]);

  if (picture) return <img src={picture} alt="" className="sup-peek-picture" />;
  if (blob && kind === "pdf" && !failed) return <canvas ref={canvas} className="sup-peek-picture" />;
  return <Icon name={kind === "image" ? "image" : "file"} />;
}
