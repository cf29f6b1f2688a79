// S4: two officers decide on the same task. The second learns in one place who was first, and loses no word.
import assert from "node:assert/strict";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";
import { like, words } from "./lib/words.mjs";

const a = words("acceptance");
const d = words("design");
const said = "请补充评价结果与岗位津贴挂钩的制度条款，并加盖公章。";

await play("conflict", async (here) => {
  const { task, first, sheet } = seed();
  const desk = await here.desk({ login: task.who, permissions: ["clipboard-read", "clipboard-write"] });
  await desk.go(addressOf(task));
  const officer = await Person.named(first);
  const { materials, reasons } = await officer.get("/api/reference/filing");
  const heading = (number) => desk.page.getByRole("heading", { name: a("material.heading", { number, name: materials[number - 1].name }) });
  for (const number of [1, 2, 3]) {
    await heading(number).waitFor();
    await desk.press("p");
  }
  await heading(4).waitFor();
  const reason = reasons.find((one) => one.code === "incentivesUnproven").text;
  await desk.page.getByRole("checkbox", { name: reason }).check();
  await desk.page.getByRole("textbox", { name: a("words.label", { reason }) }).fill(said);
  for (const number of [5, 6, 7]) {
    await desk.page.getByRole("navigation", { name: a("list.label") }).getByRole("button", { name: materials[number - 1].name }).click();
    await heading(number).waitFor();
    await desk.page.getByRole("group", { name: a("verdict") }).getByRole("button", { name: a("verdict.pass") }).click();
  }

  here.step("a colleague decides meanwhile");
  await officer.decide(task.task, "accept", sheet);
  await desk.button(a("main.return")).click();
  await desk.button(a("notice.send")).click();
  const notice = desk.page.getByRole("alert").filter({ hasText: like(d("conflict.kept")) });
  await notice.waitFor();
  await desk.shot("conflict");
  await desk.accessible("a lost race");
  const { name } = (await officer.get("/api/session")).user;
  const words = await notice.innerText();
  assert.ok(words.includes(name), `it does not say who: ${words}`);
  assert.match(words, /\d\d:\d\d/, `it does not say when: ${words}`);
  assert.ok(words.includes("受理"), `it does not say what was decided: ${words}`);
  assert.ok(words.includes(said), `my words are not there: ${words}`);
  assert.equal(await desk.page.getByRole("alert").count(), 1, "more than one place tells of it");
  assert.equal(await desk.page.getByRole("dialog").count(), 0, "a dialog lies over it");

  here.step("copy my words, look at the other's");
  await notice.getByRole("button", { name: d("conflict.copy") }).click();
  await notice.getByText(d("conflict.copied")).waitFor();
  assert.ok((await desk.page.evaluate(() => navigator.clipboard.readText())).includes(said));
  await notice.getByRole("button", { name: d("conflict.view") }).click();
  await desk.page.waitForURL(/\/app\/cases\/[^/]+$/);
  await desk.page.goBack();
  await desk.ready();
  const { items } = await officer.get(`/api/cases/${task.caseNo}/statements`);
  assert.equal(items.filter((one) => one.stage === "acceptance").length, 1, "a second decision was recorded");
});
