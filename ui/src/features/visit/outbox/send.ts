import { Problem, problemOf } from "@/api/problem";
import { digestOf } from "../photo/digest";
import type { Box } from "./box";
import { notAhead } from "./clock";
import { isUnsaved, textOf, visitKey, type Photo, type Refusal, type Sheet, type Visit } from "./record";
import { withPhoto } from "./sheet";
import { announce, complete, decide, known, planOf, put, saveSheet, taskOf } from "./wire";

/** keptRefusal gives a Problem in the form in which it can be kept. */
export function keptRefusal(problem: Problem): Refusal {
  const { status, code, message, fields, facts, requestId } = problem;
  return { status, code, detail: message, fields, facts, requestId };
}

/** sendVisit sends what the server lacks of one visit: photos, then the draft or the record itself. It throws when nothing answers. */
export async function sendVisit(box: Box, key: string): Promise<void> {
  for (const photo of box.photosOf(key)) {
    if (photo.state === "kept") await sendPhoto(box, photo);
  }
  const visit = box.visit(key);
  if (!visit || visit.outcome) return;
  if (visit.submission) {
    if (box.photosOf(key).every((photo) => photo.state === "sent")) await submit(box, visit);
  } else if (isUnsaved(visit) && !visit.theirs) {
    await save(box, visit);
  }
}

/** sendPhoto sends one photo, once: what was announced or sent before a break is taken up and not begun again. */
async function sendPhoto(box: Box, photo: Photo): Promise<void> {
  const { id } = photo;
  const visit = box.visit(photo.visit);
  if (!visit) return;
  try {
    const sha256 = photo.sha256 ?? (await digestOf(photo.file));
    await box.editPhoto(id, { sha256 });
    const documentId = await announced(box, visit.caseNo, { ...photo, sha256 });
    let plan = await planOf(documentId);
    if (plan.document.state === "uploading") {
      if (plan.upload) await put(plan.upload, photo.file);
      plan = { document: await complete(documentId) };
    }
    if (plan.document.state !== "accepted") {
      await box.editPhoto(id, { state: "refused", problem: plan.document.problem?.message ?? "" });
      return;
    }
    if (!box.photo(id)) return; // thrown away meanwhile
    await box.editPhoto(id, { state: "sent" });
    await box.editVisit(photo.visit, (now) => ({ ...now, sheet: withPhoto(now.sheet, photo.place, documentId) }));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.again || problem.status === 401 || problem.status === -1) throw problem;
    if (problem.status === 404) {
      await box.editPhoto(id, { documentId: undefined, announced: false });
      throw new Problem({ status: 503, code: "gone", detail: problem.message });
    }
    await box.editPhoto(id, { state: "refused", problem: problem.message });
  }
}

/** announced gives the document of a photo: remembered, that of the same picture, found on the server, or newly announced. */
async function announced(box: Box, caseNo: string, photo: Photo & { sha256: string }): Promise<string> {
  if (photo.documentId) return photo.documentId;
  const twin = box.photosOf(photo.visit).find((other) => other.documentId && other.sha256 === photo.sha256 && (other.place === "sheet") === (photo.place === "sheet"));
  let documentId = twin?.documentId;
  if (!documentId && photo.announced) documentId = (await known(caseNo, photo))?.id;
  if (!documentId) {
    await box.editPhoto(photo.id, { announced: true });
    documentId = (await announce(caseNo, photo)).document.id;
  }
  await box.editPhoto(photo.id, { documentId });
  return documentId;
}

/** save keeps the sheet on the server as a draft. A save whose answer was lost is recognised; anything else there is somebody's work. */
async function save(box: Box, visit: Visit): Promise<void> {
  const key = visitKey(visit);
  const saved = textOf(visit.sheet);
  try {
    const { version } = await saveSheet(visit);
    await box.editVisit(key, (now) => ({ ...now, saved, version }));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.again || problem.status === 401 || problem.status === -1) throw problem;
    if (problem.code !== "stale") {
      await box.editVisit(key, (now) => ({ ...now, outcome: { kind: problem.lostRace ? "lost" : "refused", refusal: keptRefusal(problem) } }));
      return;
    }
    const { worksheet } = await taskOf(visit);
    const sheet = (worksheet?.content as { sheet?: Sheet } | undefined)?.sheet;
    const version = worksheet?.version ?? 0;
    await box.editVisit(key, (now) => (sheet && textOf(sheet) !== saved ? { ...now, theirs: { sheet, version } } : { ...now, saved, version }));
  }
}

/** submit hands the record in. Its words are fixed before they first travel, so that every retry says the same under the same key. */
async function submit(box: Box, visit: Visit): Promise<void> {
  const key = visitKey(visit);
  const { submission } = visit;
  if (!submission) return;
  try {
    let { body } = submission;
    if (!body) {
      const { task } = await taskOf(visit);
      const { capturedAt } = visit.sheet;
      body = { verdict: "submit", version: task.version, sheet: { ...visit.sheet, capturedAt: capturedAt && notAhead(capturedAt) } };
      const fixed = { ...submission, body };
      await box.editVisit(key, (now) => ({ ...now, submission: fixed }));
    }
    await decide(visit, submission.key, body);
    await box.editVisit(key, (now) => ({ ...now, submission: undefined, theirs: undefined, outcome: { kind: "done", at: new Date().toISOString() } }));
    for (const photo of box.photosOf(key)) await box.dropPhoto(photo.id);
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.again || problem.status === 401 || problem.status === -1) throw problem;
    await box.editVisit(key, (now) => ({ ...now, submission: undefined, outcome: { kind: problem.lostRace ? "lost" : "refused", refusal: keptRefusal(problem) } }));
  }
}
