import { configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { App } from "@/app/App";
import { router } from "@/app/routes";
import { queryClient } from "@/api/client";
import { loadText, type Namespace } from "@/i18n";

const kept = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  get: (key: string) => Promise.resolve(kept.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  del: (key: string) => Promise.resolve(void kept.delete(key)),
  clear: () => Promise.resolve(kept.clear()),
  entries: () => Promise.resolve([...kept.entries()]),
}));

const batchNo = "Y000021000001202611001";
const plan = {
  occupation: "6-18-01-01", workType: "", level: "3", way: "examination", place: "Hall 1", from: "2020-11-10", to: "2020-11-10", note: "",
  assessors: [1, 2, 3].map((n) => ({ name: `Assessor ${n}`, card: `C${n}`, lead: n === 1 })), evidence: [{ kind: "workPlan", document: "e1" }],
};
const content = {
  name: "Li", idKind: "resident", idNumber: "2101**********1234", employer: "Works", employment: "own", occupation: "turner", workType: "", level: "3", agency: "", agencyFrom: "", agencyThrough: "",
  condition: "x", theory: "80", practice: "90", review: "", process: "", performance: "", ethics: "", projects: "", problems: "", innovation: "", teaching: "", competition: "", rank: "", photo: "a.jpg", note: "",
};
const finding = { field: "theory", name: "theory", column: "M", code: "below_mark", level: "wrong", value: "50", message: "below the mark", remedy: "check the score" };

/** What the server knows. */
const server = { batch: {} as Record<string, unknown>, rows: [] as unknown[], check: {} as Record<string, unknown>, asked: [] as string[], refused: undefined as unknown };

function begin(part: Record<string, unknown> = {}) {
  server.batch = {
    batchNo, filingNo: "Y000021000001", enterpriseName: "Works", region: "210100", regionName: "Shenyang", state: "draft", stateName: "draft", occupation: "6-18-01-01", occupationName: "turner",
    workType: "", level: "3", levelName: "level 3", way: "examination", wayName: "examination", plan, template: 1, rows: 0, flagged: 0, wrong: 0, passed: 0, returned: 0, failed: 0, round: 0, issued: 0, made: 0,
    createdAt: "2020-11-01T00:00:00Z", updatedAt: "2020-11-01T00:00:00Z", version: 1, ...part,
  };
}

const now = (stage: string, role = "clerk") => ({
  caseNo: batchNo, region: "210100", regionName: "Shenyang", enterpriseId: "e", enterpriseName: "Works", stage, stageName: stage, openedAt: "2020-11-12T00:00:00Z", round: 1, competent: { id: "a", name: "Authority", kind: "authority", region: "210100" },
  openTasks: [], next: [{ name: "Authority", role, deadline: undefined }], stages: [], plan: [], stuck: [], policy: "p", bureau: {},
});

const task = (stage: string) => ({
  task: { caseNo: batchNo, id: `${stage}/1/1`, stage, stageName: stage, round: 1, slot: "1", role: "clerk", roleName: "clerk", body: "e", holder: "Works", region: "210100", regionName: "Shenyang", enterpriseName: "Works", state: "open", openedAt: "2020-11-12T00:00:00Z", idleDays: 0, version: 1, mine: true, cells: [] },
  case: now(stage), verdicts: [{ code: "submit", name: "submit" }, { code: "issue", name: "issue" }, { code: "report", name: "report" }], targets: [], facts: {}, mayDecide: true, whyNot: [],
});

const summary = (month: string, part: Record<string, unknown> = {}) => ({ filingNo: "Y000021000001", month, caseNo: `Y000021000001-${month}`, enterpriseName: "Works", region: "210100", stage: "summary", stageName: "summary", rows: 0, reported: false, accepted: false, rollUp: 0, ...part });

async function answerTo(request: Request): Promise<unknown> {
  const path = new URL(request.url).pathname;
  const line = `${request.method} ${decodeURIComponent(path)}`;
  server.asked.push(line);
  const sent = request.method === "GET" ? undefined : ((await request.clone().json().catch(() => undefined)) as Record<string, unknown> | undefined);
  switch (line) {
    case "GET /api/session":
      return { user: { id: "u", name: "Clerk" }, roles: ["clerk"], enterprise: { id: "e", name: "Works", creditCode: "9", region: "210100" }, csrf: "c", expiresAt: "2099-01-01T00:00:00Z", idleSeconds: 3600 };
    case "GET /api/batches":
      return { items: [server.batch] };
    case `GET /api/batches/${batchNo}`:
      return server.batch;
    case "GET /api/batches/offer":
      return {
        filingNo: "Y000021000001", validFrom: "2020-01-01", validThrough: "2099-12-31", assessors: 3, template: 1, evidence: [{ kind: "workPlan", name: "work plan", ways: [] }],
        occupations: [{ code: "6-18-01-01", name: "turner", workType: "", levels: [{ code: "3", name: "level 3" }], ways: [{ code: "examination", name: "examination" }] }],
      };
    case "POST /api/documents":
      return { document: { id: `${String(sent?.purpose)}-id`, purpose: sent?.purpose, name: sent?.name, size: sent?.size, sha256: sent?.sha256, state: "accepted", personal: true, createdAt: "2020-11-12T00:00:00Z" } };
    case `POST /api/batches/${batchNo}/results/check`:
      return server.check;
    case `PUT /api/batches/${batchNo}/results`:
      begin({ rows: 50, version: 2, workbook: sent?.workbook, photos: sent?.photos });
      return server.batch;
    case `DELETE /api/batches/${batchNo}`:
      return {};
    case `PUT /api/batches/${batchNo}/photos`:
      begin({ ...server.batch, photos: sent?.photos, version: 2 });
      return server.batch;
    case `POST /api/batches/${batchNo}/submission`:
      begin({ rows: 50, version: 3, state: "audit", stateName: "audit", round: 1 });
      return { caseNo: batchNo, commandId: "c", seq: 1, stage: "audit" };
    case `GET /api/batches/${batchNo}/results`:
      return { items: server.rows, total: 50, attention: server.rows.length };
    case `PUT /api/batches/${batchNo}/results/4`: {
      const mended = { ...(server.rows[0] as object), content: sent?.content, changes: [{ field: "theory", name: "theory", before: "80", after: "85" }], version: 2 };
      server.rows = [mended];
      return mended;
    }
    case `GET /api/batches/${batchNo}/certificates`:
      return { items: [{ number: "Y000021000001263000001", batchNo, rowNo: 1, filingNo: "Y000021000001", enterpriseName: "Works", name: "Li", idMasked: "2101**********1234", occupation: "6-18-01-01", occupationName: "turner", workType: "", level: "3", levelName: "level 3", issuedOn: "2020-11-26", covered: true, state: "valid", stateName: "valid", transfer: "issued", transferName: "issued", made: false }], issued: 50, made: 20 };
    case "GET /api/summaries":
      return { items: [summary("202611"), summary("202610", { rows: 12, stage: "finished", reported: true, accepted: true, reportedAt: "2020-11-01T00:00:00Z" })] };
    case `GET /api/cases/${batchNo}`:
      return now("audit");
    default:
      if (/\/tasks\/\w+\/1\/1$/.test(path)) {
        const view = task(path.split("/").at(-3) ?? "");
        return { ...view, task: { ...view.task, caseNo: decodeURIComponent(path.split("/")[3] ?? "") } };
      }
      if (path.endsWith("/issue/1/1/decision")) begin({ rows: 50, passed: 48, failed: 2, state: "issued", stateName: "issued", issued: 48, made: 20 });
      if (path.endsWith("/decision")) return { commandId: "c", seq: 2, stage: "finished" };
      if (path.startsWith("/api/cases/")) return path.endsWith("/statements") || path.endsWith("/papers") ? { items: [] } : now("summary");
      if (path.startsWith("/api/policy")) return { version: "p", parameters: [{ key: "upload.workbook.mib", value: 20 }, { key: "upload.photos.mib", value: 500 }] };
      return { items: [], unread: 0, limits: {}, stages: [], sections: [], regions: [] };
  }
}

const namespaces: Namespace[] = ["shell", "design", "words", "batch", "month", "case"];

const slow = 60_000;
configure({ asyncUtilTimeout: slow });

beforeAll(async () => {
  await Promise.all([import("@/features/shell/Desks"), import("./batch/BatchesPage"), import("./batch/BatchPage"), import("@/features/task/TaskPage")]);
  await Promise.all(namespaces.map((namespace) => loadText("zh-CN", namespace)));
  HTMLElement.prototype.showPopover ??= function () {};
  HTMLElement.prototype.hidePopover ??= function () {};
  window.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} })) as never;
  window.scrollTo = () => undefined;
}, 3 * slow);

beforeEach(() => {
  kept.clear();
  queryClient.clear();
  begin();
  Object.assign(server, { rows: [], asked: [], check: { rows: 50, good: 50, warned: 0, wrong: 0, photos: 50, mayConfirm: true, shown: [] } });
  vi.stubGlobal("fetch", async (request: Request) => new Response(JSON.stringify(await answerTo(request)), { status: 200, headers: { "Content-Type": "application/json" } }));
});
afterEach(() => vi.unstubAllGlobals());

/** open shows an address; presses counts what a person presses. */
async function open(href: string) {
  let presses = 0;
  render(<App />);
  void router.navigate({ href });
  const press = (element: Element) => {
    presses++;
    fireEvent.click(element);
  };
  return { press, presses: () => presses };
}

const choose = (index: number, name: string) => {
  const input = document.querySelectorAll<HTMLInputElement>('input[type="file"]')[index];
  if (!input) throw new Error(`there is no place for ${name}`);
  fireEvent.change(input, { target: { files: [new File(["content"], name)] } });
};

it("files 50 results with six presses and two choices of files", async () => {
  const { press, presses } = await open("/app/batches");
  press(await screen.findByRole("link", { name: batchNo }));
  const buttons = await screen.findAllByRole("button", { name: /选择文件/ });
  expect(buttons).toHaveLength(2);
  if (buttons[0]) press(buttons[0]);
  choose(0, "results.xlsx");
  if (buttons[1]) press(buttons[1]);
  await screen.findByText("results.xlsx");
  choose([...document.querySelectorAll('input[type="file"]')].findIndex((input) => input.getAttribute("accept") === ".zip" && !input.closest(".jx-file")), "photos.zip");
  await waitFor(() => expect(server.asked.filter((line) => line.endsWith("/results/check")).length).toBeGreaterThan(0));
  expect(server.asked).not.toContain(`PUT /api/batches/${batchNo}/results`);
  press(await screen.findByRole("button", { name: "确认存入 50 人" }));
  press(await screen.findByRole("checkbox"));
  press(screen.getByRole("button", { name: "报送 50 人的结果" }));
  expect(await screen.findByRole("heading", { name: "审核中" })).toBeTruthy();
  expect(presses()).toBe(6);
}, 3 * slow);

it("shows each wrong cell with its reason and remedy, and stores nothing", async () => {
  server.check = { rows: 50, good: 49, warned: 0, wrong: 1, photos: 50, mayConfirm: false, shown: [{ line: 7, name: "Li", idMasked: "", level: "wrong", findings: [finding] }] };
  await open(`/app/batches/${batchNo}`);
  await screen.findAllByRole("button", { name: /选择文件/ });
  choose(0, "results.xlsx");
  const row = await waitFor(() => screen.getByRole("row", { name: /M7/ }));
  for (const words of ["Li", "50", "below the mark", "check the score"]) expect(within(row).getByText(words)).toBeTruthy();
  const confirm = screen.getByRole("button", { name: "确认存入 50 人" });
  expect(confirm.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(confirm);
  expect(screen.getByText("还有 1 人有错误，请修改后重新上传")).toBeTruthy();
  expect(server.asked).not.toContain(`PUT /api/batches/${batchNo}/results`);
}, 3 * slow);

it("mends a returned row in place and says what changed", async () => {
  begin({ rows: 50, returned: 1, passed: 49, round: 1, state: "correction", stateName: "correction" });
  server.rows = [{ no: 4, content, findings: [], flags: 0, sampled: true, verdict: "return", clause: "5(3)", reason: "the score differs from its sheet", changes: [], version: 1 }];
  await open(`/app/cases/${batchNo}/tasks/correction/1/1`);
  const again = await screen.findByRole("button", { name: "重新报送" });
  expect(screen.getByText("the score differs from its sheet")).toBeTruthy();
  expect(again.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(screen.getByRole("button", { name: /修改\s*Li/ }));
  fireEvent.change(await screen.findByLabelText("理论成绩"), { target: { value: "85" } });
  fireEvent.click(screen.getByRole("button", { name: "保存" }));
  await waitFor(() => expect(screen.getByText("已修改 1 / 1 人")).toBeTruthy());
  expect(document.querySelector("ins")?.textContent).toContain("85");
  fireEvent.click(screen.getByRole("button", { name: "重新报送" }));
  await waitFor(() => expect(server.asked).toContain(`POST /api/cases/${batchNo}/tasks/correction/1/1/decision`));
}, 3 * slow);

it("replaces the photos of a returned batch", async () => {
  begin({ rows: 50, returned: 1, passed: 49, round: 1, state: "correction", stateName: "correction" });
  server.rows = [{ no: 4, content, findings: [], flags: 0, sampled: true, verdict: "return", clause: "5(3)", reason: "the photo is old", changes: [], version: 1 }];
  await open(`/app/cases/${batchNo}/tasks/correction/1/1`);
  const replace = await screen.findByRole("button", { name: "更换照片", hidden: true });
  fireEvent.click(replace);
  expect(server.asked).not.toContain(`PUT /api/batches/${batchNo}/photos`); // there is no new zip yet
  choose([...document.querySelectorAll('input[type="file"]')].findIndex((input) => input.getAttribute("accept") === ".zip"), "photos.zip");
  await screen.findByText("photos.zip");
  fireEvent.click(screen.getByRole("button", { name: "更换照片", hidden: true }));
  await waitFor(() => expect(server.asked).toContain(`PUT /api/batches/${batchNo}/photos`));
}, 3 * slow);

it("deletes a draft after asking", async () => {
  await open(`/app/batches/${batchNo}?step=plan`);
  fireEvent.click(await screen.findByRole("button", { name: "删除草稿" }));
  expect(server.asked).not.toContain(`DELETE /api/batches/${batchNo}`);
  fireEvent.click(within(screen.getByRole("dialog", { hidden: true })).getByRole("button", { name: "确认删除", hidden: true }));
  await waitFor(() => expect(server.asked).toContain(`DELETE /api/batches/${batchNo}`));
  expect(await screen.findByRole("button", { name: "新建批次" })).toBeTruthy();
}, 3 * slow);

it("shows what an issue makes before it is done, and how far the files have come afterwards", async () => {
  begin({ rows: 50, passed: 48, failed: 2, state: "issue", stateName: "issue" });
  await open(`/app/cases/${batchNo}/tasks/issue/1/1`);
  expect(await screen.findByText(/Y 0000 21 000001 \d\d 3 ××××××/)).toBeTruthy();
  const issue = screen.getByRole("button", { name: "颁发 48 本证书" });
  expect(issue.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(screen.getByRole("checkbox"));
  fireEvent.click(screen.getByRole("button", { name: "颁发 48 本证书" }));
  await waitFor(() => expect(server.asked).toContain(`POST /api/cases/${batchNo}/tasks/issue/1/1/decision`));
  fireEvent.click(await screen.findByRole("link", { name: "查看批次与证书" }));
  expect(await screen.findByText("证书文件已制作 20 / 48 本")).toBeTruthy();
  expect(await screen.findByText("Y 0000 21 000001 26 3 000001")).toBeTruthy();
  expect(screen.getByText("制作中")).toBeTruthy();
}, 3 * slow);

it("reports a month without results with one press", async () => {
  await open("/app/months");
  expect(await screen.findByText("2026年11月")).toBeTruthy();
  expect(screen.getByText("12 人")).toBeTruthy();
  const caseNo = "Y000021000001-202611";
  void router.navigate({ href: `/app/cases/${caseNo}/tasks/summary/1/1` });
  fireEvent.change(await screen.findByLabelText("审核人"), { target: { value: "Wang" } });
  fireEvent.click(screen.getByRole("button", { name: "确认本月无认定结果并报送" }));
  await waitFor(() => expect(server.asked).toContain(`POST /api/cases/${caseNo}/tasks/summary/1/1/decision`));
}, 3 * slow);

it("begins a batch from what is filed", async () => {
  await open("/app/batches/new");
  expect(await screen.findByText("地点、考评人员等已按上一批次预填，请核对。")).toBeTruthy();
  expect(screen.getByDisplayValue("Hall 1")).toBeTruthy();
  expect(await screen.findByText("work plan")).toBeTruthy();
}, 3 * slow);
