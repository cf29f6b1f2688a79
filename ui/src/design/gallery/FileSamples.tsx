import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Schemas } from "@/api/client";
import { Problem } from "@/api/problem";
import type { UploadTask } from "@/api/upload";
import { DocumentViewer, Upload } from "@/design";
import { TaskRow } from "../upload/TaskRow";
import { samplePdf, samplePicture } from "./samples";
import { Section } from "./Section";
import { useWords, type Words } from "./words";

type Document = Schemas["Document"];

function document(id: string, name: string, more: Partial<Document> = {}): Document {
  return { id, name, purpose: "material", size: 1_834_211, sha256: "3f9ac0d17b2e8f6655aa", state: "accepted", personal: false, createdAt: "2026-11-20T02:00:00Z", completedAt: "2026-11-20T02:01:00Z", ...more };
}

function tasks(w: Words): UploadTask[] {
  const task = (id: string, name: string, state: UploadTask["state"]): UploadTask => ({
    id, state, file: new File([], name), options: { purpose: "material" }, pause: () => undefined, resume: () => undefined, cancel: () => undefined, subscribe: () => () => undefined,
  });
  const total = 52_428_800;
  const rejected = (message: string): UploadTask["state"] => ({ phase: "rejected", sent: total, total, document: document("r", "", { state: "rejected", problem: { code: "bad_file", message } }) });
  return [
    task("1", w("upload.file"), { phase: "hashing", sent: 0, total }),
    task("2", w("upload.file"), { phase: "sending", sent: total * 0.4, total }),
    task("3", w("upload.long"), { phase: "paused", sent: total * 0.62, total }),
    task("4", w("upload.file"), { phase: "checking", sent: total, total }),
    task("5", w("upload.file"), { phase: "failed", sent: total * 0.4, total, problem: new Problem({ status: 0, code: "interrupted", detail: "" }) }),
    task("6", w("upload.file"), rejected(w("upload.virus"))),
    task("7", w("upload.long"), rejected(w("upload.encrypted"))),
  ];
}

/** FileSamples shows files on their way, files that are there, and how they are looked at. */
export function FileSamples() {
  const w = useWords();
  const client = useQueryClient();
  const [ready, setReady] = useState(false);
  const [files, setFiles] = useState<Document[]>([document("gallery-pdf", w("upload.file"), { type: "application/pdf", pages: 3 }), document("gallery-image", w("upload.photoFile"), { type: "image/png" })]);
  useEffect(() => {
    client.setQueryData(["content", "gallery-pdf", ""], samplePdf());
    void samplePicture().then((picture) => {
      client.setQueryData(["content", "gallery-image", ""], picture);
      setReady(true);
    });
  }, [client]);
  return (
    <>
      <Section id="upload" title={w("upload")}>
        <div className="gallery-grid">
          <Upload purpose="material" accept="application/pdf,image/jpeg,image/png" maxBytes={52_428_800} label={w("upload.label")} hint={w("upload.hint")} value={[]} onChange={() => undefined} error={w("upload.missing")} reuse={files} slot="gallery-1" />
          <Upload purpose="photo" accept="image/*" multiple label={w("upload.photo")} value={files} onChange={setFiles} slot="gallery-2" />
          <ul className="jx-files">{tasks(w).map((task) => <TaskRow key={task.id} task={task} />)}</ul>
          <Upload purpose="material" accept="application/pdf" readOnly label={w("upload.label")} value={files.slice(0, 1)} onChange={() => undefined} slot="gallery-3" />
        </div>
      </Section>
      <Section id="viewer" title={w("viewer")}>
        {ready && (
          <div className="gallery-grid">
            <div className="gallery-tall"><DocumentViewer documentId="gallery-pdf" name={w("viewer.pdf")} type="application/pdf" compareWith={{ documentId: "gallery-pdf", name: w("viewer.pdf"), type: "application/pdf" }} /></div>
            <div className="gallery-tall"><DocumentViewer documentId="gallery-image" name={w("viewer.image")} type="image/png" /></div>
          </div>
        )}
      </Section>
    </>
  );
}
