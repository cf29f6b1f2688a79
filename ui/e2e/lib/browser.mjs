// A browser for end-to-end scripts: Debian's Chromium, headless, that talks to nobody but the servers under test.
import { chromium } from "playwright-core";
import { mkdirSync } from "node:fs";

export const artifacts = new URL("../artifacts/", import.meta.url).pathname;
mkdirSync(artifacts, { recursive: true });

/** The sizes of UI.md: an officer's screen and a phone. */
export const screen = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    slowMo: Number(process.env.SLOW_MO ?? 0), // ms between steps, for looking on
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...more],
  });
}

/** open gives a browser with one page. */
export async function open(options = {}) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: screen, locale: "zh-CN", ...options });
  return { browser, context, page: await context.newPage() };
}

/** signIn opens a session in the browser's own cookie jar, without the page for it. */
export async function signIn(context, base, login, password) {
  const answer = await context.request.post(base + "/api/session", { data: { login, password } });
  if (!answer.ok()) throw new Error(`sign in as ${login}: ${answer.status()} ${await answer.text()}`);
}

/** setting reads an environment variable, and says which is missing. */
export function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by go test ./ui/e2e`);
  return value;
}
