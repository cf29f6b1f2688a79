// An operator looks at a case in the Temporal UI: it must read in plain Chinese through the codec endpoint,
// and offer neither terminate nor cancel, reset or signal.
import assert from "node:assert/strict";
import { artifacts, open, setting, signIn } from "./lib/browser.mjs";

const base = setting("BASE_URL");
const caseURL = setting("CASE_URL");
const listURL = setting("LIST_URL");
const enterprise = setting("ENTERPRISE");

const { browser, context, page } = await open();
try {
  await signIn(context, base, setting("LOGIN"), setting("PASSWORD"));

  await page.goto(caseURL);
  // The input is encrypted in history; the browser shows it through the codec endpoint.
  await page.getByText('"caseNo"').first().waitFor({ timeout: 20000 });
  await page.screenshot({ path: artifacts + "temporal-case.png", fullPage: true });
  await page.getByRole("link", { name: "User Metadata" }).or(page.getByRole("tab", { name: "User Metadata" })).first().click();
  // Summary and details stand in frames of their own.
  const shown = async () => (await Promise.all(page.frames().map((f) => f.locator("body").innerText().catch(() => "")))).join("\n");
  let text = await shown();
  for (const words of [enterprise, ...setting("WORDS").split("|")]) {
    for (let i = 0; i < 40 && !text.includes(words); i++) {
      await page.waitForTimeout(250);
      text = await shown();
    }
    assert.ok(text.includes(words), `the Temporal UI does not show ${words}:\n${text}`);
  }
  await page.screenshot({ path: artifacts + "temporal-metadata.png", fullPage: true });

  await page.getByRole("button", { name: "More Actions" }).click();
  await page.screenshot({ path: artifacts + "temporal-actions.png" });
  for (const action of ["Terminate", "Request Cancellation", "Reset", "Send a Signal"]) {
    const enabled = page.locator(`button:has-text("${action}"):not([disabled]), a:has-text("${action}"), [role=menuitem]:has-text("${action}"):not([aria-disabled=true])`);
    assert.equal(await enabled.count(), 0, `the Temporal UI offers ${action}`);
  }

  await page.goto(listURL);
  await page.getByText(setting("CASE_NO")).first().waitFor({ timeout: 20000 });
  await page.screenshot({ path: artifacts + "temporal-list.png" });
  console.log("the operator reads the case in Chinese");
} catch (problem) {
  await page.screenshot({ path: artifacts + "temporal-failed.png", fullPage: true });
  throw problem;
} finally {
  await browser.close();
}
