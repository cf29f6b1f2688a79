import { beforeEach, expect, it, vi } from "vitest";
import { signIn } from "./session";

const kept = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  get: (key: string) => Promise.resolve(kept.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  clear: () => Promise.resolve(kept.clear()),
}));

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("fetch", (request: Request) =>
    request.json().then((body: { login: string }) => Response.json({ user: { id: body.login, name: "" }, roles: [], csrf: "", expiresAt: "", idleSeconds: 1 })),
  );
});

it("keeps the drafts of who signs in again, and wipes those of somebody else", async () => {
  await signIn("first", "word");
  kept.set("sheet/case/task", "typed");
  await signIn("first", "word");
  expect(kept.get("sheet/case/task")).toBe("typed");
  await signIn("second", "word");
  expect([...kept]).toEqual([["owner", "second"]]);
});
