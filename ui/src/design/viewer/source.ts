import type { QueryKey } from "@tanstack/react-query";
import { send } from "@/api/client";
import { problemFrom } from "@/api/problem";

/** ViewedPaper says which paper of a case is shown. */
export interface ViewedPaper {
  caseNo: string;
  stage: string;
  round: number;
  kind: string;
}

/** Source is what is shown: a document that was uploaded, or a paper that the system made. */
export interface Source {
  documentId?: string;
  paper?: ViewedPaper;
  name: string;
  /** Media type; without it the name tells. */
  type: string;
}

/** ViewerProps: `compareWith` is an earlier version to lay beside it. */
export interface ViewerProps extends Source {
  compareWith?: Source & { label?: string };
  /** Why personal data is read; asked for when the server wants it and it is not given. */
  reason?: string;
  /** The page to show first, from 1. */
  page?: number;
  className?: string;
}

/** addressOf is where a source's file lies. */
export function addressOf({ documentId, paper }: Source, reason: string): string {
  if (paper) {
    const parts = [paper.caseNo, "papers", paper.stage, paper.round, paper.kind, "content"];
    return `/api/cases/${parts.map((part) => encodeURIComponent(part)).join("/")}`;
  }
  const query = reason ? `?reason=${encodeURIComponent(reason)}` : "";
  return `/api/documents/${encodeURIComponent(documentId ?? "")}/content${query}`;
}

/** keyOf names a source's file among what is known of the server. */
export function keyOf(source: Source, reason: string): QueryKey {
  return ["content", source.documentId ?? source.paper, reason];
}

/** fetchContent gets the file whole; a Problem says why not. */
export async function fetchContent(source: Source, reason: string, signal: AbortSignal): Promise<Blob> {
  const response = await send(new Request(new URL(addressOf(source, reason), window.location.origin), { signal }));
  if (!response.ok) throw await problemFrom(response);
  return response.blob();
}
