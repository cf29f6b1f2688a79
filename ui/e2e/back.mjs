// S9: going back from a case gives the queue as it was left: filter, pages, place and focus.
import assert from "node:assert/strict";
import { play, seed } from "./lib/play.mjs";
import { words } from "./lib/words.mjs";

const q = words("queue");

await play("back", async (here) => {
  const { login, stage, count } = seed();
  const desk = await here.desk({ login });
  const { page } = desk;
  await desk.go("/app/queue");
  here.step("narrow the list and open more of it");
  await page.getByRole("combobox", { name: q("filter.stage") }).selectOption({ label: stage });
  await page.waitForURL(/stage=/);
  const rows = page.locator("tbody tr");
  await rows.first().waitFor();
  const more = page.getByRole("button", { name: words("design")("pager.more") });
  await more.waitFor();
  while (await more.count()) {
    const before = await rows.count();
    await more.click();
    await page.waitForFunction((n) => document.querySelectorAll("tbody tr").length > n, before);
  }
  const all = await rows.count();
  assert.ok(all >= count, `${all} rows of ${count}`);
  for (const leave of ["pointer", "keyboard"]) {
    for (const back of ["browser", "link"]) {
      here.step(`leave by ${leave}, come back by ${back}`);
      const row = rows.nth(all - 3);
      await row.scrollIntoViewIfNeeded();
      const link = row.getByRole("link").first();
      const href = await link.getAttribute("href");
      if (leave === "keyboard") {
        await link.focus();
        await desk.press("Enter");
      } else await link.click();
      await page.waitForURL((url) => url.pathname === href);
      await desk.ready();
      if (back === "browser") await page.goBack();
      else await page.getByRole("link", { name: words("shell")("task.back") }).click();
      await page.waitForURL(/\/app\/queue\?/);
      await page.waitForFunction((n) => document.querySelectorAll("tbody tr").length >= n, all);
      await page.waitForFunction((to) => document.activeElement?.getAttribute("href") === to, href, { timeout: 3000 }).catch(() => undefined);
      assert.match(page.url(), /stage=acceptance/, "the filter is lost");
      assert.equal(await page.getByRole("combobox", { name: q("filter.stage") }).evaluate((list) => list.selectedOptions[0].textContent), stage);
      assert.equal(await rows.count(), all, "pages are lost");
      const seen = await page.locator(`a[href="${href}"]`).first().evaluate((a) => ({ top: a.getBoundingClientRect().top, high: innerHeight, focused: a === document.activeElement }));
      assert.ok(seen.top > 0 && seen.top < seen.high, `the row is at ${seen.top} px of ${seen.high}`);
      assert.ok(seen.focused, "the focus is not on the row");
    }
  }
  await desk.shot("back");

  here.step("a new filter begins at its first page");
  await page.getByRole("searchbox").or(page.getByRole("textbox", { name: q("filter.search") })).first().fill("零");
  await page.waitForURL(/q=/);
  assert.doesNotMatch(page.url(), /pages=/);
});
