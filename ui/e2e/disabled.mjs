// S11: nothing on any address is merely grey: whatever cannot act now can be reached, says what is missing, and does nothing
// when it is pressed.
import assert from "node:assert/strict";
import { play, seed } from "./lib/play.mjs";
import { tour, visitAll } from "./lib/tour.mjs";

await play("disabled", async (here) => {
  let asked = 0;
  await visitAll(here, tour(seed()), async (desk, stop) => {
    const bare = await desk.page.locator("button[disabled], a[disabled], [role=button][disabled], summary[disabled]").evaluateAll((all) => all.map((e) => e.outerHTML.slice(0, 120)));
    for (const html of bare) here.note(`${stop.name}: merely disabled: ${html}`);
    const barred = desk.page.locator('button[aria-disabled="true"]:visible');
    for (let i = 0; i < (await barred.count()); i++) {
      const one = barred.nth(i);
      const name = await one.innerText();
      const said = await one.evaluate((e) => (e.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join("").trim());
      const reachable = await one.evaluate((e) => (e.focus(), e === document.activeElement && e.tabIndex >= 0));
      if (!said) here.note(`${stop.name}: 「${name}」 says no reason`);
      if (!reachable) here.note(`${stop.name}: 「${name}」 cannot be reached`);
      const changes = [];
      const note = (request) => request.method() !== "GET" && changes.push(`${request.method()} ${request.url()}`);
      desk.page.on("request", note);
      // By force: Playwright would wait for an aria-disabled button to become another, and a person does not.
      await one.click({ force: true, timeout: 3000 }).catch((failure) => here.note(`${stop.name}: 「${name}」 cannot be pressed: ${failure.message.split("\n")[0]}`));
      await desk.page.waitForTimeout(150);
      desk.page.off("request", note);
      if (said && !(await desk.page.getByText(said.slice(-12), { exact: false }).first().isVisible().catch(() => false))) here.note(`${stop.name}: 「${name}」 shows no reason when pressed`);
      if (changes.length) here.note(`${stop.name}: 「${name}」 acts: ${changes.join(", ")}`);
      await desk.press("Escape");
      asked++;
    }
  });
  console.log(`disabled: ${asked} actions say why they wait`);
  assert.ok(asked > 5, "hardly anything was asked: the script looks at the wrong things");
});
