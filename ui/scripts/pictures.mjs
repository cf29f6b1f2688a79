// Takes the README's pictures of the product that `make run` runs, after `make demo desks` has brought cases to all desks.
// It signs in as people of the demonstration and changes nothing.
import { mkdirSync } from "node:fs";
import { open, signIn } from "../e2e/lib/browser.mjs";

const base = process.env.JIANGXIN_PUBLIC_URL ?? `http://${process.env.JIANGXIN_LISTEN ?? "127.0.0.1:8080"}`;
const password = process.env.JIANGXIN_DEMO_PASSWORD ?? "Jiangxin-demo-2026";
const folder = new URL("../../docs/images/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** first gives the address of the first open task of a stage in a person's queue. */
async function first(context, stage) {
  const answer = await context.request.get(`${base}/api/tasks?scope=group&stage=${stage}&limit=1`);
  const [task] = (await answer.json()).items;
  return task && `/app/cases/${task.caseNo}/tasks/${task.stage}/${task.round}/${encodeURIComponent(task.slot)}`;
}

/** check gives what the QR code of the first certificate holds that a clerk may see. */
async function check(context) {
  const { items: batches } = await (await context.request.get(`${base}/api/batches?state=issued`)).json();
  const { items } = batches.length ? await (await context.request.get(`${base}/api/batches/${batches[0].batchNo}/certificates?limit=1`)).json() : { items: [] };
  return items.length ? new URL(items[0].verifyUrl).pathname : undefined;
}

const pictures = [
  { name: "queue", login: "sy-bureau-handler", path: () => "/app/queue" },
  { name: "workbench", login: "sy-bureau-handler", path: (context) => first(context, "acceptance") },
  { name: "desk", login: "sy-demo-01", path: () => "/app/desk" },
  { name: "audit", login: "sy-authority-handler", path: (context) => first(context, "audit") },
  { name: "catalogue", path: () => "/catalogue" },
  { name: "visit", login: "sy-bureau-handler", path: () => "/visit", options: phone },
  { name: "certificate", login: "sy-demo-01", path: check, options: phone },
];

for (const { name, login, path, options } of pictures) {
  const { browser, context, page } = await open(options);
  try {
    if (login) await signIn(context, base, login, password);
    const address = await path(context);
    if (!address) {
      console.log(`${name}: nothing to show; file something first`);
      continue;
    }
    await page.goto(base + address);
    await page.waitForLoadState("networkidle");
    await page.locator("h1").first().waitFor();
    if (name === "workbench") await page.locator("canvas").first().waitFor({ timeout: 20_000 }).catch(() => undefined);
    await page.waitForTimeout(3000); // the first page of a document
    await page.screenshot({ path: `${folder}${name}.png` });
    console.log(`docs/images/${name}.png`);
  } finally {
    await browser.close();
  }
}
