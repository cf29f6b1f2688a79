// J2: an enterprise answers two defects from the link in its message: at most five presses and two files, and by keyboard
// alone none.
import assert from "node:assert/strict";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";
import { like, words } from "./lib/words.mjs";

const t = words("application");
const d = words("design");
const goal = 5;
const recorded = like(words("shell")("done.recorded"));

/** answered demands that a case is with its officer again, with both files replaced. */
async function answered(clerk, caseNo) {
  const now = await clerk.get(`/api/cases/${caseNo}`);
  assert.equal(now.stage, "acceptance");
  const { items } = await clerk.get(`/api/cases/${caseNo}/differences?from=1&to=2`);
  assert.ok(items.length >= 2, `the differences are ${JSON.stringify(items.map((one) => one.label))}`);
}

await play("j2", async (here) => {
  const { pointer, keyboard, files } = seed();
  for (const [place, byKeyboard] of [[pointer, false], [keyboard, true]]) {
    here.step(byKeyboard ? "by keyboard alone" : "with a pointer");
    const desk = await here.desk({ login: place.clerk });
    const clerk = await Person.named(place.clerk);
    const { competent } = await clerk.get(`/api/cases/${place.caseNo}`);
    await desk.go(addressOf(place));
    desk.clicks.restart();
    const begun = Date.now();
    const press = async (locator, key = "Enter") => {
      if (!byKeyboard) return locator.click();
      await desk.tabTo(locator);
      await desk.press(key);
    };
    const choosers = desk.page.getByRole("button", { name: new RegExp(`^${d("upload.choose")}`) });
    await choosers.first().waitFor();
    if (!byKeyboard) await desk.shot("supplement");
    const cards = desk.page.getByRole("list").locator(".sup-place");
    for (const [n, file] of files.entries()) {
      const [chooser] = await Promise.all([desk.page.waitForEvent("filechooser"), press(cards.nth(n).getByRole("button", { name: new RegExp(`^${d("upload.choose")}`) }).first())]);
      await chooser.setFiles(file);
      await cards.nth(n).getByText(t("sup.done"), { exact: true }).waitFor();
    }
    await press(desk.page.getByRole("checkbox", { name: t("sup.all") }), "Space");
    if (!byKeyboard) await desk.shot("supplement-ready");
    await press(desk.button(t("sup.go", { body: competent.name })));
    await desk.page.getByRole("heading", { name: recorded }).waitFor();
    console.log(`j2: ${desk.clicks.count} presses of ${goal} and ${files.length} files, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    assert.ok(desk.clicks.count <= (byKeyboard ? 0 : goal), `${desk.clicks.count} presses`);
    await answered(clerk, place.caseNo);
    await desk.close();
  }
});
