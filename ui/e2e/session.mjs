// S3: the session ends while somebody types. A dialog asks for the password over the page; afterwards everything typed is
// there and saved, an open dialog and its words too, and a decision that met the end is taken once. Where somebody else
// signs in over the page, nothing is sent in their name.
import assert from "node:assert/strict";
import { setting } from "./lib/browser.mjs";
import { Person } from "./lib/person.mjs";
import { base, play, seed } from "./lib/play.mjs";
import { addressOf } from "./lib/tour.mjs";
import { like, words } from "./lib/words.mjs";

const s = words("shell");
const f = words("application");
const text = "企业职工教育经费，列入年度预算。考务、阅卷、督导分人负责，全程录像。";

/** again signs in over the page: who was there, or somebody else. */
async function again(desk, login = desk.login) {
  const dialog = desk.page.getByRole("dialog", { name: s("again.title") });
  await dialog.waitFor();
  await desk.shot(`again-${login}`);
  await desk.accessible("sign in again");
  await dialog.getByLabel(s("signIn.login")).fill(login);
  await dialog.getByLabel(s("signIn.password")).fill(setting("PASSWORD"));
  await dialog.getByRole("button", { name: s("signIn.go") }).click();
  await dialog.waitFor({ state: "hidden" });
}

const reason = "专家人选与申报职业不符，请重新核对受理材料后再组成专家组。";

/** leadBack opens the dialog that leads a case back and types the reason; the session ends in the middle of a word. */
async function leadBack(desk, place) {
  await desk.go(addressOf(place));
  await desk.button(s("back.open")).click();
  const dialog = desk.page.getByRole("dialog", { name: s("back.title") });
  const box = dialog.getByRole("textbox", { name: s("back.reason") });
  await box.click();
  await desk.page.keyboard.type(reason.slice(0, 9), { delay: 20 });
  await desk.endSession();
  await desk.page.keyboard.type(reason.slice(9), { delay: 20 });
  await dialog.getByRole("button", { name: s("back.go") }).click();
  return box;
}

await play("session", async (here) => {
  const { draft, task, back, kept, other: second } = seed();

  here.step("a clerk types while the session ends");
  const desk = await here.desk({ login: draft.clerk });
  await desk.go(`/app/applications/${draft.id}/funding`);
  const source = desk.page.getByRole("textbox", { name: f("f.funding.source") });
  await source.click();
  const half = Math.floor(text.length / 2);
  await desk.page.keyboard.type(text.slice(0, half), { delay: 20 });
  await desk.endSession();
  await desk.page.keyboard.type(text.slice(half), { delay: 20 });
  await again(desk);
  assert.equal(await source.inputValue(), text, "characters are lost");
  await desk.page.getByText(like(words("design")("saved.at"))).waitFor();
  const clerk = await Person.named(draft.clerk);
  const saved = await clerk.get(`/api/applications/${draft.id}`);
  assert.equal(saved.content.funding.source, text, "the server has other words");
  assert.ok(await source.evaluate((element) => element === document.activeElement), "the focus is not where it was");

  here.step("a decision meets the end of the session");
  const officer = await here.desk({ login: task.who });
  await officer.go(addressOf(task));
  const a = words("acceptance");
  await officer.page.getByText(a("note"), { exact: true }).click();
  await officer.page.getByRole("textbox", { name: a("note") }).fill("已电话核对联系人。");
  await officer.press("Escape"); // letters are verdicts again
  for (let number = 1; number <= 7; number++) {
    await officer.page.getByRole("heading", { name: new RegExp(`^${number}\\. `) }).waitFor();
    await officer.press("p");
  }
  await officer.page.getByText(like(words("design")("saved.at"))).waitFor();
  await officer.endSession();
  await officer.button(a("main.accept")).click();
  await again(officer);
  await officer.page.getByRole("heading", { name: like(s("done.recorded")) }).waitFor();
  const other = await Person.named(task.who);
  const { items } = await other.get(`/api/cases/${task.caseNo}/statements`);
  assert.equal(items.filter((said) => said.verdict === "accept").length, 1, "the decision was taken more than once");

  here.step("a dialog and its reason outlive the session");
  const box = await leadBack(officer, back);
  await officer.page.getByRole("dialog", { name: s("again.title") }).waitFor();
  assert.equal(await box.inputValue(), reason, "the reason is lost");
  await again(officer);
  await officer.page.getByRole("heading", { name: like(s("done.recorded")) }).waitFor();
  const led = (await other.get(`/api/cases/${back.caseNo}/statements`)).items.filter((said) => said.verdict === "back");
  assert.equal(led.length, 1, "the case was led back more than once, or not at all");
  assert.ok(JSON.stringify(led[0]).includes(reason), `it was led back with other words: ${JSON.stringify(led[0])}`);

  here.step("a colleague signs in over the page instead");
  await leadBack(officer, kept);
  const loaded = officer.page.waitForEvent("load", { timeout: 180_000 });
  await again(officer, second);
  await loaded;
  await officer.ready();
  const { user } = await (await officer.context.request.get(`${base}/api/session`)).json();
  await officer.page.getByRole("button", { name: user.name }).waitFor();
  assert.equal((await other.get(`/api/cases/${kept.caseNo}/statements`)).items.filter((said) => said.verdict === "back").length, 0, "the wish of the first was carried out in the name of the second");
});
