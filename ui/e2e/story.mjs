// The whole story of one filing, from the guide to the public catalogue, by everybody who takes part, each at their own
// screen: clerk, bureau, authority, experts, the visitors with a phone, the centre, the department, anybody.
import assert from "node:assert/strict";
import { setting } from "./lib/browser.mjs";
import { apply } from "./lib/applying.mjs";
import { answers, step, visit } from "./lib/deciding.mjs";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { words } from "./lib/words.mjs";

const most = 60; // decisions, so that a story that goes in circles ends

await play("story", async (here) => {
  const told = seed();
  const operator = await Person.named("operator");

  here.step("a newcomer reads the guide");
  const newcomer = await here.desk();
  await newcomer.go("/guide");
  const yes = newcomer.page.getByRole("radio", { name: "具备", exact: true });
  for (let i = 0; i < (await yes.count()); i++) await yes.nth(i).check();
  await newcomer.shot("guide");
  await newcomer.page.getByRole("link", { name: "开始申请" }).first().click();
  const s = words("shell");
  await newcomer.page.getByLabel(s("signIn.login")).fill(told.clerk);
  await newcomer.page.getByLabel(s("signIn.password")).fill(setting("PASSWORD"));
  await newcomer.button(s("signIn.go")).click();
  newcomer.login = told.clerk;
  await newcomer.page.waitForURL((url) => !url.pathname.startsWith("/app/login"));
  await newcomer.ready();
  await newcomer.shot("desk-first");
  if (!/\/applications\//.test(newcomer.page.url())) await newcomer.page.getByRole("button", { name: /开始/ }).or(newcomer.page.getByRole("link", { name: /开始/ })).first().click();
  const caseNo = await apply(newcomer, told, here);

  const experts = new Map();
  for (const login of told.experts) experts.set((await (await Person.named(login)).get("/api/session")).user.id, login);
  const whose = (task) => {
    if (task.role === "clerk") return told.clerk;
    if (task.assignee?.id) return experts.get(task.assignee.id);
    const [office, region] = task.body.split("-");
    return region === "210000" ? `${office}-${task.role}` : `${told.prefix}-${office}-${task.role}`;
  };

  const acted = new Set();
  for (let n = 1; n <= most; n++) {
    const now = await operator.get(`/api/cases/${caseNo}`);
    if (now.outcome) break;
    const task = now.openTasks.find((one) => one.state === "open");
    if (!task) {
      await newcomer.page.waitForTimeout(500);
      continue;
    }
    const login = whose(task);
    acted.add(login);
    here.step(`${task.stageName}${task.step ? `（${task.step}）` : ""}: ${login}`);
    here.chapter = `${String(n).padStart(2, "0")}-${task.stage}${task.step ? `-${task.step}` : ""}`;
    const onPhone = task.stage === "siteVisit";
    const desk = login === told.clerk ? newcomer : await (await here.desk({ onPhone })).enter(login);
    if (onPhone) {
      await desk.go("/visit");
      await desk.page.locator(`a[href*="/visit/${caseNo}/"]`).first().click();
      await desk.ready();
      await visit(desk, told.files);
      await desk.close();
      continue;
    }
    await desk.go(task.role === "clerk" ? "/app/desk" : `/app/queue?q=${caseNo}`);
    const way = desk.page.locator(`a[href*="/tasks/${task.stage}/${task.round}/"]`).first();
    await way.waitFor();
    await way.click();
    await desk.page.waitForURL(/\/tasks\//);
    await desk.ready();
    await desk.shot(here.chapter);
    if (task.step === "review" || task.step === "sign") await step(desk, setting("PASSWORD"));
    else await answers[task.stage](desk, task, told);
    if (n === 1) await desk.shot(`${here.chapter}-done`); // it looks the same after every decision
    if (desk !== newcomer) await desk.close(); // or a browser is asked for a score of windows
  }
  const end = await operator.get(`/api/cases/${caseNo}`);
  assert.equal(end.outcome, "filed", `the story ends with ${end.outcome || end.stage}`);
  assert.ok(acted.size >= 8, `only ${acted.size} people acted: ${[...acted]}`);
  console.log(`story: ${acted.size} people took part: ${[...acted].join(", ")}`);

  here.step("anybody finds the enterprise and checks its receipt");
  const anybody = await here.desk();
  await anybody.go(`/?q=${encodeURIComponent(told.creditCode)}`);
  await anybody.page.getByRole("link", { name: new RegExp(told.enterprise) }).first().click();
  await anybody.ready();
  await anybody.shot("institution");
  const number = (await anybody.page.locator("main").innerText()).replace(/\s/g, "").match(/Y000021\d{6}/)?.[0];
  assert.ok(number, "the enterprise's page does not show its filing number");
  const papers = (await operator.get(`/api/cases/${caseNo}/papers`)).items;
  assert.ok(papers.some((paper) => paper.kind === "receipt" && paper.state === "made"), "the receipt was not made");

  here.step("the clerk sees the end of it");
  await newcomer.go("/app/desk");
  await newcomer.page.getByRole("region", { name: words("desk")("block.filed") }).filter({ hasText: number.slice(-6) }).waitFor();
  await newcomer.shot("desk-filed");
  await newcomer.go(`/app/cases/${caseNo}`);
  await newcomer.shot("progress");
});
