import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServer } from "./fake-server";
import { Outbox } from "./outbox";
import { isUnsaved, type About } from "./record";
import { emptySheet, findingOf, withFinding } from "./sheet";
import { keptFor } from "./kept";

const disk = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  createStore: () => undefined,
  entries: () => Promise.resolve([...disk]),
  set: (key: string, value: unknown) => Promise.resolve(void disk.set(key, value)),
  del: (key: string) => Promise.resolve(void disk.delete(key)),
}));

const ref = { caseNo: "210100-2026-000001", round: 1, slot: "1" };
const key = "210100-2026-000001/1/1";
const about: About = { enterprise: "示例", openedAt: "2026-11-26T00:00:00Z", deadline: "", addresses: [], contacts: [], panel: [], least: 1, lookAt: [], conditions: [] };
const picture = (words: string) => new File([words], `${words}.jpg`, { type: "image/jpeg", lastModified: Date.now() - 5000 });

let server: FakeServer;
let stop = () => undefined as void;

/** tab opens the page anew: memory is empty, the browser's disk is as it was. */
async function tab(): Promise<Outbox> {
  stop();
  const outbox = new Outbox(keptFor("someone"));
  stop = outbox.start();
  await vi.waitFor(() => expect(outbox.box.state.loaded).toBe(true));
  await outbox.open(ref, { about, taskVersion: 1, blank: emptySheet(), stored: server.stored() });
  return outbox;
}

describe("the outbox of a site visit", () => {
  beforeEach(() => {
    disk.clear();
    server = new FakeServer();
    vi.stubGlobal("fetch", server.fetch);
  });
  afterEach(() => {
    stop();
    vi.unstubAllGlobals();
  });

  it("keeps an entry at once, and brings it back after the tab was killed without a network", async () => {
    server.down = true;
    const before = await tab();
    await before.change(key, (sheet) => withFinding(sheet, 3, { finding: "notMet", words: "监控未覆盖" }));
    const after = await tab();
    expect(findingOf(after.box.visit(key)!.sheet, 3)).toMatchObject({ finding: "notMet", words: "监控未覆盖" });
    server.down = false;
    await after.send();
    expect(findingOf(server.stored()!.sheet, 3).words).toBe("监控未覆盖");
  });

  it("sends a photo once the network is back, with the time of its shutter", async () => {
    server.down = true;
    const taken = new Date(Date.now() - 5000).toISOString();
    const before = await tab();
    await before.addPhoto(key, 3, picture("工位"));
    await before.send();
    expect(Object.values(before.box.state.photos)).toMatchObject([{ state: "kept", place: 3 }]);
    const after = await tab();
    server.down = false;
    await after.send();
    expect(server.documents).toHaveLength(1);
    expect(server.documents[0]).toMatchObject({ state: "accepted", purpose: "photo", bytes: "工位" });
    expect(Math.abs(Date.parse(server.documents[0]!.capturedAt) - Date.parse(taken))).toBeLessThan(2000);
    expect(findingOf(after.box.visit(key)!.sheet, 3).photos).toEqual([server.documents[0]!.id]);
  });

  it.each(["POST /api/documents", "PUT /store", "POST /completion", "GET /upload"])("announces a photo once although the answer to %s is lost and the tab dies", async (request) => {
    server.loseAnswer(request);
    const before = await tab();
    await before.addPhoto(key, 0, picture("大门"));
    await before.send();
    expect(server.accepted()).toHaveLength(request === "POST /completion" ? 1 : 0);
    const after = await tab();
    await after.send();
    expect(server.documents).toHaveLength(1);
    expect(server.accepted()).toHaveLength(1);
    expect(after.box.visit(key)!.sheet.photos).toEqual([server.documents[0]!.id]);
  });

  it("uploads the same picture once for two places", async () => {
    const outbox = await tab();
    await outbox.addPhoto(key, 1, picture("同一张"));
    await outbox.addPhoto(key, 2, picture("同一张"));
    await outbox.send();
    expect(server.documents).toHaveLength(1);
    expect(outbox.box.visit(key)!.sheet.findings.map((f) => f.photos)).toEqual([[server.documents[0]!.id], [server.documents[0]!.id], [], [], []]);
  });

  it("hands the record in after its photos, once, although the answer is lost and the tab dies", async () => {
    server.down = true;
    const before = await tab();
    await before.change(key, (sheet) => ({ ...sheet, visitedOn: "2026-11-26" }));
    await before.addPhoto(key, 0, picture("全景"));
    await before.submit(key);
    server.down = false;
    server.loseAnswer("POST /decision");
    await before.send();
    expect(server.decisions).toHaveLength(1);
    expect(before.box.visit(key)!.outcome).toBeUndefined();
    const after = await tab();
    await after.send();
    expect(server.decisions).toHaveLength(1);
    expect(server.decisions[0]!.body.sheet).toMatchObject({ visitedOn: "2026-11-26", photos: [server.documents[0]!.id] });
    expect(after.box.visit(key)!.outcome?.kind).toBe("done");
    expect(Object.keys(after.box.state.photos)).toHaveLength(0);
  });

  it("keeps both sides when somebody else was first", async () => {
    const outbox = await tab();
    await outbox.change(key, (sheet) => withFinding(sheet, 1, { finding: "met" }));
    server.closedBy = "李某";
    await outbox.submit(key);
    const visit = outbox.box.visit(key)!;
    expect(visit.outcome).toMatchObject({ kind: "lost", refusal: { facts: { who: "李某" } } });
    expect(visit.submission).toBeUndefined();
    expect(findingOf(visit.sheet, 1).finding).toBe("met");
  });

  it("recognises its own draft when the answer to a save was lost", async () => {
    const outbox = await tab();
    server.loseAnswer("PUT /worksheet");
    await outbox.change(key, (sheet) => withFinding(sheet, 1, { finding: "met" }));
    await outbox.send();
    await outbox.send();
    const visit = outbox.box.visit(key)!;
    expect(visit.version).toBe(1);
    expect(visit.theirs).toBeUndefined();
    expect(isUnsaved(visit)).toBe(false);
  });

  it("asks whose draft counts when the same person typed elsewhere", async () => {
    const outbox = await tab();
    server.save(withFinding(emptySheet(), 2, { finding: "met" }));
    await outbox.change(key, (sheet) => withFinding(sheet, 1, { finding: "met" }));
    await outbox.send();
    expect(findingOf(outbox.box.visit(key)!.theirs!.sheet, 2).finding).toBe("met");
    await outbox.choose(key, "mine");
    await outbox.send();
    expect(findingOf(server.stored()!.sheet, 1).finding).toBe("met");
  });

  it("lets a refused record be mended and handed in again under a new key", async () => {
    const outbox = await tab();
    server.refuse = [{ pointer: "/sheet/visitedOn", code: "date", message: "请填写考察日期" }];
    await outbox.submit(key);
    expect(outbox.box.visit(key)!.outcome).toMatchObject({ kind: "refused", refusal: { fields: server.refuse } });
    server.refuse = undefined;
    await outbox.change(key, (sheet) => ({ ...sheet, visitedOn: "2026-11-26" }));
    await outbox.submit(key);
    expect(outbox.box.visit(key)!.outcome?.kind).toBe("done");
    expect(server.keys.size).toBe(2);
  });

  it("shows nothing of one person's to another", async () => {
    await tab();
    const other = new Outbox(keptFor("another"));
    const end = other.start();
    await vi.waitFor(() => expect(other.box.state.loaded).toBe(true));
    expect(other.box.state.visits).toEqual({});
    end();
  });
});
