// The exam centre's next edition of the result template: what is wrong is said at its field, nothing typed is lost by a
// reload or by a colleague who was first, and who may not issue it is told who may.
import assert from "node:assert/strict";
import { axeFinds } from "./lib/look.mjs";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { rawIn } from "./lib/raw.mjs";
import { like, words } from "./lib/words.mjs";

const t = words("template"), d = words("design");
const evidence = "考场监控录像", column = "持证情况说明";

await play("template", async (here) => {
  const { day } = seed();
  const desk = await (await here.desk()).enter("centre-reviewer");
  const { page } = desk;

  async function look(name) {
    await desk.shot(name);
    await desk.fits(name);
    await page.evaluate(() => scrollTo(0, 0));
    for (const line of [...await rawIn(page), ...await axeFinds(page)]) here.note(`${name}: ${line}`);
  }
  const issue = async (n) => {
    await desk.button(t("new.go", { n })).click();
    await desk.button(t("new.sure")).click();
  };

  here.step("the reviewer begins with the newest edition");
  await desk.go("/app/result-templates");
  await page.getByText(t("state.inForce"), { exact: true }).first().waitFor();
  await look("editions");
  await desk.button(t("new")).click();
  await desk.ready();
  assert.equal(await desk.button(t("new.go", { n: 2 })).getAttribute("aria-disabled"), "true", "an edition that changes nothing can be issued");

  here.step("what is missing is said at its field");
  await page.getByRole("textbox", { name: t("column.of", { column: "备注", part: t("column.heading") }) }).fill(column);
  await desk.button(t("evidence.add")).click();
  const wrong = desk.watch.allow(/ 422 |status of 422/);
  await issue(2);
  const summary = page.getByRole("alert").filter({ hasText: d("errors.title", { count: 4 }) });
  await summary.waitFor();
  wrong();
  assert.ok(await summary.evaluate((e) => e === document.activeElement), "the summary of errors has not the focus");
  await summary.getByRole("link").last().click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), await page.getByRole("textbox", { name: t("evidence.name", { n: 8 }) }).getAttribute("id"), "the way to the field leads elsewhere");
  await look("errors");
  await page.getByRole("textbox", { name: t("evidence.name", { n: 8 }) }).fill(evidence);

  here.step("a reload loses nothing");
  await page.waitForTimeout(300); // it is kept in the browser as it is typed
  await page.reload();
  await desk.ready();
  await page.getByText(t("new.kept")).waitFor();
  assert.equal(await page.getByRole("textbox", { name: t("evidence.name", { n: 8 }) }).inputValue(), evidence);

  here.step("a colleague is first");
  const signer = await Person.named("centre-signer");
  const [newest] = (await signer.get("/api/result-templates")).items;
  await signer.ask("POST", "/api/result-templates", { base: newest.edition, from: day, source: "示例文件〔2026〕1号", reason: "调整列宽", evidence: newest.evidence, columns: newest.columns.map((one) => (one.field === "note" ? { ...one, width: 30 } : one)) });
  await page.getByLabel(t("new.from"), { exact: true }).fill(day);
  await page.getByLabel(t("new.from"), { exact: true }).press("Enter");
  await page.getByRole("textbox", { name: t("source") }).fill("示例文件〔2026〕2号");
  await page.getByRole("textbox", { name: t("reason"), exact: true }).fill("增加考场录像");
  const refused = desk.watch.allow(/ 409 |status of 409/);
  await issue(2);
  await page.getByText(like(t("new.overtakenBy", { n: 2 }))).waitFor();
  refused();
  assert.equal(await page.getByRole("textbox", { name: t("evidence.name", { n: 8 }) }).inputValue(), evidence, "what was typed is gone");
  await look("overtaken");

  here.step("it is issued as the next one");
  await issue(3);
  await page.getByRole("heading", { name: t("heading") }).waitFor();
  await desk.ready();
  await page.getByText(evidence).waitFor();
  await page.getByText(t("state.coming"), { exact: true }).first().waitFor();
  await look("issued");

  here.step("the handler looks on");
  const handler = await (await here.desk()).enter("centre-handler");
  await handler.go("/app/result-templates");
  assert.equal(await handler.button(t("new")).count(), 0, "the handler is offered what only others may do");
  await handler.go("/app/result-templates/new");
  await handler.page.getByText(t("new.who")).waitFor();
});
