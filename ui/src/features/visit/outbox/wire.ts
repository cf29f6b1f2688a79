import { answer, api, type Schemas } from "@/api/client";
import { settle, type Settled } from "@/api/command";
import { Problem } from "@/api/problem";
import { notAhead } from "./clock";
import type { Photo, Visit, VisitRef } from "./record";

type Plan = Schemas["UploadPlan"];

const path = (visit: VisitRef) => ({ caseNo: visit.caseNo, stage: "siteVisit" as const, round: visit.round, slot: visit.slot });
const purposeOf = (photo: Photo) => (photo.place === "sheet" ? ("sheet" as const) : ("photo" as const));

/** taskOf reads how the task of a visit stands. */
export function taskOf(visit: VisitRef): Promise<Schemas["TaskView"]> {
  return answer(api.GET("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}", { params: { path: path(visit) } }));
}

/** saveSheet keeps the sheet on the server as this person's draft. */
export function saveSheet(visit: Visit): Promise<Schemas["Saved"]> {
  return answer(api.PUT("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/worksheet", { params: { path: path(visit) }, body: { content: { sheet: visit.sheet }, version: visit.version } }));
}

/** decide hands the record in; under the same key it counts once. */
export async function decide(visit: VisitRef, key: string, body: Schemas["Decision"]): Promise<Settled> {
  const header = { "Idempotency-Key": key };
  return settle(await answer(api.POST("/api/cases/{caseNo}/tasks/{stage}/{round}/{slot}/decision", { params: { path: path(visit), header }, body })));
}

/** announce tells the server of a photo and learns where to send it. */
export function announce(caseNo: string, photo: Photo & { sha256: string }): Promise<Plan> {
  const purpose = purposeOf(photo);
  const body = { purpose, name: photo.name, size: photo.size, sha256: photo.sha256, caseNo, ...(purpose === "photo" ? { capturedAt: notAhead(photo.takenAt) } : {}) };
  return answer(api.POST("/api/documents", { body }));
}

/** planOf gives fresh addresses for a photo that the server knows. */
export function planOf(documentId: string): Promise<Plan> {
  return answer(api.GET("/api/documents/{documentId}/upload", { params: { path: { documentId } } }));
}

/** known finds a photo that was announced although its answer never came. */
export async function known(caseNo: string, photo: Photo & { sha256: string }): Promise<Schemas["Document"] | undefined> {
  let cursor: string | undefined;
  do {
    const page: Schemas["DocumentList"] = await answer(api.GET("/api/documents", { params: { query: { caseNo, purpose: purposeOf(photo), limit: 100, cursor } } }));
    const found = page.items.find((document) => document.sha256 === photo.sha256 && document.state !== "rejected");
    if (found) return found;
    cursor = page.next;
  } while (cursor);
  return undefined;
}

/** complete has a sent photo checked and kept; doing it twice keeps one. */
export function complete(documentId: string): Promise<Schemas["Document"]> {
  return answer(api.POST("/api/documents/{documentId}/completion", { params: { path: { documentId } } }));
}

/** put sends the bytes where the plan says: at once, or those parts that are not there yet. */
export async function put(upload: Schemas["Upload"], file: Blob): Promise<void> {
  if (upload.url) return putOne(upload, upload.url, file);
  let from = 0;
  for (const part of upload.parts ?? []) {
    if (!part.done && part.url) await putOne(upload, part.url, file.slice(from, from + part.size));
    from += part.size;
  }
}

async function putOne(upload: Schemas["Upload"], address: string, bytes: Blob): Promise<void> {
  let response: Response;
  try {
    response = await fetch(address, { method: upload.method, headers: upload.headers, body: bytes });
  } catch {
    throw new Problem({ status: 0, code: "offline", detail: "" });
  }
  if (!response.ok) throw new Problem({ status: 503, code: "store", detail: "" });
}
