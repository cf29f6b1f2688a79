import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queryClient } from "@/api/client";
import { applicationKey, type Application } from "./queries";
import { saveSection, standOf } from "./save";
import { stampOf } from "./stamp";

const id = "0190a000-0000-7000-8000-000000000001";
const funding = (source: string) => ({ source, annual: 0, nonProfit: false, charges: "", documents: [] });

/** A server with one application: a save needs the version of the whole application, as in api/application.go. */
function server(start: { funding: unknown; rules?: unknown; version: number }) {
  const state = { version: start.version, content: { funding: start.funding, rules: start.rules ?? {} } as Record<string, unknown>, puts: 0 };
  const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  vi.stubGlobal("fetch", async (request: Request) => {
    const section = /sections\/(\w+)$/.exec(request.url)?.[1];
    if (!section) return answer({ id, version: state.version, updatedAt: "2026-11-25T00:00:00Z", state: "draft", content: state.content, sections: [] });
    const body = (await request.json()) as { version: number; content: unknown };
    state.puts++;
    if (body.version !== state.version) return answer({ type: "", title: "", status: 409, code: "stale", detail: "changed" }, 409);
    state.version++;
    state.content[section] = body.content;
    return answer({ version: state.version, savedAt: "2026-11-25T00:00:01Z" });
  });
  return state;
}

const known = (version: number, content: Record<string, unknown>) => queryClient.setQueryData(applicationKey(id), { id, version, content, sections: [] } as unknown as Application);

beforeEach(() => queryClient.clear());
afterEach(() => vi.unstubAllGlobals());

describe("saving sections that share one version", () => {
  it("saves two sections at once one after the other, each on the version of the one before", async () => {
    const state = server({ funding: funding(""), version: 1 });
    known(1, state.content);
    await Promise.all([
      saveSection(id, "funding", funding("预算"), stampOf(funding(""))),
      saveSection(id, "rules", { examination: { document: "a", public: "" } } as never, stampOf({})),
    ]);
    expect(state.version).toBe(3);
    expect(state.puts).toBe(2);
  });

  it("takes another section's save in another tab for no conflict", async () => {
    const state = server({ funding: funding(""), version: 7 });
    known(1, state.content);
    const saved = await saveSection(id, "funding", funding("预算"), stampOf(funding("")));
    expect(saved.version).toBe(stampOf(funding("预算")));
    expect(state.version).toBe(8);
  });

  it("reports a conflict when the same section holds something else", async () => {
    const state = server({ funding: funding("别处填写"), version: 7 });
    known(1, { funding: funding("") });
    await expect(saveSection(id, "funding", funding("预算"), stampOf(funding("")))).rejects.toMatchObject({ status: 409 });
    expect((state.content.funding as { source: string }).source).toBe("别处填写");
  });

  it("does not save over what it has learnt of meanwhile, however often it is tried", async () => {
    const state = server({ funding: funding("别处填写"), version: 7 });
    known(1, { funding: funding("") });
    const save = () => saveSection(id, "funding", funding("预算"), stampOf(funding("")));
    await expect(save()).rejects.toMatchObject({ status: 409 });
    await expect(save()).rejects.toMatchObject({ status: 409 });
    expect((state.content.funding as { source: string }).source).toBe("别处填写");
  });

  it("takes what the server holds already as saved: the answer to an earlier save was lost", async () => {
    server({ funding: funding("预算"), version: 7 });
    known(1, { funding: funding("") });
    await expect(saveSection(id, "funding", funding("预算"), stampOf(funding("")))).resolves.toMatchObject({ version: stampOf(funding("预算")) });
  });

  it("remembers what was saved, so that the next page begins with it", async () => {
    const state = server({ funding: funding(""), version: 1 });
    known(1, state.content);
    await saveSection(id, "funding", funding("预算"), stampOf(funding("")));
    const after = queryClient.getQueryData<Application>(applicationKey(id));
    expect(after?.version).toBe(2);
    expect(standOf("funding", after as Application, []).content.source).toBe("预算");
  });
});
