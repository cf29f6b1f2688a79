// Whatever people write is shown as they wrote it, and never becomes part of a page: every text of these cases carries a
// script, from the enterprise's name to the minutes of the experts, and nothing of it runs on any screen.
import assert from "node:assert/strict";
import { base, crew, play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";

const tabs = ["progress", "application", "materials", "statements", "papers", "record", "messages"];

await play("xss", async (here) => {
  const { payload, cases, filed, number, receipt } = seed();
  let shown = 0;

  async function harmless(desk, name) {
    for (const part of await desk.page.locator('img[src="x"], [onerror], [onload], a[href^="javascript"]').evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 80)))) {
      here.note(`${name}: the payload became ${part}`);
    }
    shown += (await desk.page.locator("body").innerText()).split(payload).length - 1;
  }

  async function look([login, addresses, options = {}]) {
    const desk = await here.desk({ ...options });
    await desk.context.exposeBinding("xss", () => here.note(`the payload runs at ${desk.page.url()}`));
    if (login) await desk.enter(login);
    for (const path of addresses) {
      here.step(`${path} as ${login ?? "a visitor"}`);
      desk.watch.at = path;
      try {
        await desk.go(path);
        await harmless(desk, path);
      } catch (failure) {
        here.note(`${path} as ${login ?? "a visitor"}: ${failure.message.split("\n")[0]}`);
      }
    }
    await desk.close();
  }

  const tried = encodeURIComponent(payload);
  const wholeCase = (place) => tabs.map((tab) => `/app/cases/${place.caseNo}?tab=${tab}`);
  await crew([
    [undefined, ["/", `/?q=${tried}`, `/catalogue/${number}`, `/catalogue/${tried}`, `/receipts/${receipt}`, `/receipts/${tried}`, `/${tried}`]],
    [cases.supplement.clerk, ["/app/desk", addressOf(cases.supplement), ...wholeCase(cases.supplement), "/app/messages", "/app/cases"]],
    [filed.clerk, ["/app/desk", ...wholeCase(filed)]],
    [cases.acceptance.who, ["/app/queue", `/app/queue?q=${tried}`, addressOf(cases.acceptance), ...wholeCase(filed), "/app/catalogue", "/app/messages", `/app/cases?q=${tried}`]],
    [cases.siteVisit.who, [addressOf(cases.siteVisit)]],
    [cases.siteVisit.who, ["/visit", `/visit/${cases.siteVisit.caseNo}/${cases.siteVisit.task.round}/${encodeURIComponent(cases.siteVisit.task.slot)}`], { onPhone: true }],
    [cases.assessment.who, ["/app/queue", addressOf(cases.assessment)]],
    [cases.verification.who, [addressOf(cases.verification)]],
    [cases.centreReview.who, ["/app/queue", addressOf(cases.centreReview)]],
    ["department-handler", ["/app/queue", addressOf(cases.receipt), ...wholeCase(filed)]],
    ["operator", [`/app/cases/${filed.caseNo}`, `/app/cases/${filed.caseNo}?tab=operate`, "/app/operator/stuck"]],
  ], look);
  console.log(`xss: the payload was shown ${shown} times as text`);
  assert.ok(shown > 40, "the payload is hardly shown: the script looks at the wrong things");

  here.step("a sign-in that is to lead elsewhere");
  for (const back of ["https://evil.example/", "//evil.example/", "javascript:xss()", "/app/../..//evil.example", "/app\\evil"]) {
    const desk = await here.desk();
    try {
      await desk.signIn("sy-bureau-handler", back);
    } catch (failure) {
      here.note(`back=${back}: ${failure.message.split("\n")[0]}`);
    }
    if (!desk.page.url().startsWith(`${base}/`)) here.note(`back=${back} leads to ${desk.page.url()}`);
    await desk.close();
  }
});
