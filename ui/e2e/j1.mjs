// J1: a city officer looks at seven materials, finds two defects and sends one notice: at most 12 presses from the queue on,
// and by keyboard alone none.
import assert from "node:assert/strict";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { like, words } from "./lib/words.mjs";

const t = words("acceptance");
const recorded = like(words("shell")("done.recorded"));
const goal = 12;
const defects = [{ material: 4, reason: "incentivesUnproven" }, { material: 6, reason: "videoMissing" }];

/** noticed demands that a case was returned with exactly the two defects. */
async function noticed(officer, caseNo) {
  const now = await officer.get(`/api/cases/${caseNo}`);
  assert.equal(now.stage, "supplement");
  const { items } = await officer.get(`/api/cases/${caseNo}/statements`);
  const sheet = items.find((said) => said.verdict === "return").content.sheet;
  const found = sheet.materials.flatMap((m) => (m.defects ?? []).map((d) => ({ material: m.number, reason: d.reason })));
  assert.deepEqual(found, defects);
}

await play("j1", async (here) => {
  const { pointer, keyboard, login } = seed();
  const officer = await Person.named(login);
  const { materials, reasons } = await officer.get("/api/reference/filing");
  const material = (number) => materials.find((m) => m.number === number).name;
  const reason = (code) => reasons.find((r) => r.code === code).text;

  const desk = await here.desk({ login });
  await desk.go(`/app/queue?q=${pointer.caseNo}`);
  here.step("with a pointer");
  const begun = Date.now();
  desk.clicks.restart();
  await desk.page.getByRole("row", { name: pointer.enterprise }).getByRole("link").first().click();
  await desk.button(t("verdict.pass")).waitFor();
  const list = desk.page.getByRole("navigation", { name: t("list.label") });
  const pass = async (number) => {
    const heading = desk.page.getByRole("heading", { name: t("material.heading", { number, name: material(number) }) });
    await heading.waitFor();
    await desk.page.getByRole("group", { name: t("verdict") }).getByRole("button", { name: t("verdict.pass") }).click();
  };
  const fault = async (number, code) => {
    await desk.page.getByRole("heading", { name: t("material.heading", { number, name: material(number) }) }).waitFor();
    await desk.page.getByRole("checkbox", { name: reason(code) }).check();
  };
  await pass(1);
  await pass(2);
  await pass(3);
  await fault(4, "incentivesUnproven");
  await list.getByRole("button", { name: material(5) }).click();
  await pass(5);
  await fault(6, "videoMissing");
  await list.getByRole("button", { name: material(7) }).click();
  await desk.shot("workbench");
  await pass(7);
  await desk.button(t("main.return")).click();
  await desk.page.getByRole("dialog", { name: t("notice.title", { n: 2 }) }).waitFor();
  await desk.shot("notice");
  await desk.button(t("notice.send")).click();
  await desk.page.getByRole("heading", { name: recorded }).waitFor();
  console.log(`j1: ${desk.clicks.count} presses of ${goal}, ${((Date.now() - begun) / 1000).toFixed(1)} s with pictures`);
  await desk.shot("recorded");
  assert.ok(desk.clicks.count <= goal, `${desk.clicks.count} presses, not ${goal}`);
  await noticed(officer, pointer.caseNo);

  here.step("by keyboard alone");
  await desk.go(`/app/queue?q=${keyboard.caseNo}`);
  desk.clicks.restart();
  await desk.page.getByRole("row", { name: keyboard.enterprise }).waitFor();
  await desk.press("j", "Enter");
  const at = (number) => desk.page.getByRole("heading", { name: t("material.heading", { number, name: material(number) }) }).waitFor();
  const tick = async (code) => {
    const box = desk.page.getByRole("checkbox", { name: reason(code) });
    await desk.tabTo(box, "ArrowDown");
    await desk.press("Space");
    assert.ok(await box.isChecked(), `${code} is not ticked by Space`);
  };
  for (const number of [1, 2, 3]) {
    await at(number);
    await desk.press("p");
  }
  await at(4);
  await desk.press("b");
  await desk.page.waitForTimeout(100); // the focus goes to the first reason
  await tick("incentivesUnproven");
  await desk.press("5");
  await at(5);
  await desk.press("p");
  await at(6);
  await desk.press("b");
  await desk.page.waitForTimeout(100);
  await tick("videoMissing");
  await desk.press("7");
  await at(7);
  await desk.press("p");
  await desk.press("Control+Enter");
  await desk.page.getByRole("dialog", { name: t("notice.title", { n: 2 }) }).waitFor();
  await desk.press("Control+Enter");
  await desk.page.getByRole("heading", { name: recorded }).waitFor();
  assert.equal(desk.clicks.count, 0);
  await noticed(officer, keyboard.caseNo);
});
