// One phone, two visitors: the session of the first ends while their entries wait for a network, and the second signs in over
// the page. What the first has entered is neither shown to the second nor sent in their name; it waits for the first.
import assert from "node:assert/strict";
import { setting } from "./lib/browser.mjs";
import { Person } from "./lib/person.mjs";
import { base, play, seed } from "./lib/play.mjs";
import { words } from "./lib/words.mjs";

const s = words("shell"), v = words("visit"), cas = words("case");
const said = "一号车间设备台账与实物相符，实训工位五十个。";
const patience = 5000; // ms in which an outbox would have sent what it holds

await play("successor", async (here) => {
  const { visit, second } = seed();
  const { task } = visit;
  const address = `/visit/${visit.caseNo}/${task.round}/${encodeURIComponent(task.slot)}`;
  const first = await Person.named(visit.who), other = await Person.named(second);
  const view = (person) => person.get(`/api/cases/${visit.caseNo}/tasks/${task.stage}/${task.round}/${encodeURIComponent(task.slot)}`);
  const holds = async (person) => JSON.stringify((await view(person)).worksheet ?? "").includes(said);
  const signInAs = async (form, login) => {
    await form.getByLabel(s("signIn.login")).fill(login);
    await form.getByLabel(s("signIn.password")).fill(setting("PASSWORD"));
    await form.getByRole("button", { name: s("signIn.go") }).click();
  };

  here.step("the first writes without a network, and the session ends");
  const desk = await here.desk({ login: visit.who, onPhone: true });
  const { page } = desk;
  desk.watch.allow(/ERR_INTERNET_DISCONNECTED/);
  await desk.go(address);
  await page.getByRole("button", { name: v("bar.begin") }).click();
  await page.getByRole("button", { name: /^条件1：/ }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await desk.ready();
  await desk.context.setOffline(true);
  await page.locator("label").getByText(cas("met.met"), { exact: true }).click(); // the words lie over their circle
  await page.getByRole("textbox", { name: v("condition.note") }).fill(said);
  await desk.endSession();
  await page.waitForTimeout(1500); // the entry is tried, and fails
  await desk.context.setOffline(false);
  const dialog = page.getByRole("dialog", { name: s("again.title") });
  await dialog.waitFor({ timeout: 60_000 });
  await desk.shot("asked");
  assert.equal(await holds(first), false, "the words came through without a session");

  here.step("the second signs in over the page");
  const sent = [];
  const loaded = page.waitForEvent("load", { timeout: 60_000 });
  await signInAs(dialog, second);
  await loaded;
  page.on("request", (request) => request.method() !== "GET" && sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await desk.ready();
  const { user } = await (await desk.context.request.get(`${base}/api/session`)).json();
  await page.getByRole("button", { name: user.name }).waitFor();
  await desk.go(address);
  await page.waitForTimeout(patience);
  await desk.shot("second");
  assert.ok(!(await page.locator("body").innerText()).includes(said), "the second reads what the first has entered");
  assert.ok(!(await page.locator("textarea").evaluateAll((all) => all.map((one) => one.value).join())).includes(said), "the second finds what the first has entered");
  assert.deepEqual(sent.filter((line) => line.includes(said)), [], "what the first has entered was sent in the name of the second");
  assert.equal(await holds(other), false, "the second's record holds the words of the first");
  assert.equal(await holds(first), false, "the words were stored before the first came back");

  here.step("the first comes back, finds everything, and it is sent");
  await page.getByRole("button", { name: user.name }).click();
  await page.getByRole("dialog").getByRole("button", { name: new RegExp(`^(${v("person.leave")}|${v("person.leaveKept")})$`) }).click();
  await page.getByRole("heading", { name: v("title") }).waitFor();
  await signInAs(page.locator("form"), visit.who);
  await page.getByRole("button", { name: (await first.get("/api/session")).user.name }).waitFor();
  await desk.go(`${address}?item=1`);
  await page.getByRole("textbox", { name: v("condition.note") }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: v("condition.note") }).inputValue(), said, "the first's words are gone");
  for (let i = 0; i < 40 && !(await holds(first)); i++) await page.waitForTimeout(250);
  assert.ok(await holds(first), "the first's words were never sent");
});
