// From results to a certificate that anybody can check: the clerk hands results in, the authority audits them, the
// enterprise issues, anybody checks, one is revoked by the enterprise and one by the authority, the month is reported. Seventeen
// planted errors give seventeen located messages and nothing is stored (UI.md, S7); anybody checks by two fields and a press
// (J4); a batch of fifty is filed by six presses at most, what is typed and the files apart (J5).
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { setting } from "./lib/browser.mjs";
import { Clerk } from "./lib/certifying.mjs";
import { decide, step } from "./lib/deciding.mjs";
import { axeFinds } from "./lib/look.mjs";
import { Person } from "./lib/person.mjs";
import { play, seed } from "./lib/play.mjs";
import { rawIn } from "./lib/raw.mjs";
import { like, words } from "./lib/words.mjs";

const t = words("batch"), au = words("audit"), mo = words("month"), pub = words("public"), rv = words("revocation"), ce = words("certificate");
const run = promisify(execFile);
const filing = 6, checking = 1; // presses at most
const all = 50, returnedReason = "申报条件写得不清楚，请写明取得四级证书的时间";

await play("certify", async (here) => {
  const told = seed();
  const desk = await (await here.desk()).enter(told.clerk);
  const clerk = new Clerk(desk, told);
  const api = await Person.named(told.clerk);
  let photographed = 0;

  /** look keeps pictures of a screen at both sizes, and notes what sticks out, what axe finds and what is no word for people. */
  async function look(at, name) {
    here.chapter = `${String(++photographed).padStart(2, "0")}-${name}`;
    await at.shot(here.chapter);
    await at.fits(name).catch((failure) => here.note(failure.message));
    await at.page.evaluate(() => scrollTo(0, 0)); // what has gone under the head of the page cannot be hit there
    for (const line of [...await rawIn(at.page), ...await axeFinds(at.page)]) here.note(`${name}: ${line}`);
  }

  /** officer sits down at the authority's or another's desk. */
  const officer = async (login) => (await here.desk()).enter(login);

  /** take opens the task of a case from the queue. */
  async function take(at, caseNo, stage) {
    await at.go(`/app/queue?q=${caseNo}`);
    await at.page.locator(`a[href*="/${caseNo}/tasks/${stage}/"]`).first().click();
    await at.page.waitForURL(/\/tasks\//);
    await at.ready();
  }

  /** agree has the next person of an act agree; its last step says what comes of it. */
  async function agree(login, caseNo, stage, name) {
    const at = await officer(login);
    await take(at, caseNo, stage);
    if (name) await look(at, name);
    await step(at, setting("PASSWORD"));
    await at.close();
  }

  // --- the plan
  here.step("the clerk plans a batch");
  await desk.go("/app/batches");
  await look(desk, "batches-empty");
  await desk.button(t("new")).first().click();
  await desk.page.getByRole("heading", { name: t("new.heading") }).waitFor();
  await desk.ready();
  await desk.button(t("new.go")).click();
  await desk.page.getByText(t("plan.wrong")).waitFor();
  await look(desk, "plan-wrong");
  await clerk.plan();
  await look(desk, "plan");
  const batchNo = await clerk.keepPlan();
  await look(desk, "batch");

  // --- the workbook
  here.step("the clerk fills in the template, with seventeen errors");
  const template = await clerk.download(desk.page.getByRole("link", { name: t("import.download") }), "模板.xlsx");
  const spoilt = await clerk.write(template, "spoil", "认定结果（有错）.xlsx", { book: 0 });
  await clerk.choose(Clerk.workbook, spoilt);
  await clerk.choose(Clerk.photos, told.photos[0]);
  const report = await clerk.checked();
  await look(desk, "preview-wrong");
  const lines = await report.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
  const unsaid = told.faults.filter(({ cell, says }) => lines.filter((line) => line[0] === cell && line[4].includes(says) && line[5].length > 3).length !== 1);
  assert.equal(unsaid.length, 0, `not said once, with a remedy: ${unsaid.map(({ cell, says }) => `${cell} ${says}`).join("; ")}\n${lines.map((line) => line.join(" | ")).join("\n")}`);
  assert.equal(lines.length, told.faults.length, "cells are blamed that are right");
  await report.getByText(t("check.wrong", { n: told.faults.length }), { exact: true }).waitFor();
  assert.equal(await desk.button(t("check.confirm", { n: all })).getAttribute("aria-disabled"), "true", "a workbook with errors can be stored");
  assert.equal((await api.get(`/api/batches/${batchNo}`)).rows, 0, "something was stored");

  here.step("the clerk mends the marked workbook");
  const marked = await clerk.download(desk.button(t("check.marked")), "标注.xlsx");
  const cells = await clerk.cells(marked);
  const beside = told.faults.filter(({ cell, says }) => (cells[Number(cell.replace(/\D/g, "")) - 1] ?? []).slice(-2).join("").includes(says));
  assert.equal(beside.length, told.faults.length, "the marked workbook does not say what is wrong beside each row");
  const mended = await clerk.write(marked, "repair", "认定结果（改好）.xlsx");
  await clerk.replace(Clerk.workbook, mended);
  await report.getByText(t("check.wrong", { n: 0 }), { exact: true }).waitFor();
  await look(desk, "preview-right");

  here.step("the clerk confirms, and once more");
  await desk.button(t("check.confirm", { n: all })).dblclick();
  await desk.page.getByRole("heading", { name: t("submit.what") }).waitFor();
  await desk.ready();
  await look(desk, "submission");
  const stored = await api.get(`/api/batches/${batchNo}`);
  assert.equal(stored.rows, all);
  await desk.page.getByRole("link", { name: t("step.rows") }).click();
  await desk.ready();
  await look(desk, "rows");
  await desk.button(t("import.recheck")).click();
  await clerk.checked();
  await clerk.confirm(all);
  const again = await api.get(`/api/batches/${batchNo}`);
  assert.deepEqual([again.rows, again.version], [all, stored.version], "the same files are stored twice");

  here.step("the clerk hands in");
  await clerk.handIn(all);
  await look(desk, "handed-in");

  // --- the audit
  here.step("the authority's handler looks at the calendar and audits");
  const handler = await officer(`${told.authority}-handler`);
  await handler.go("/app/calendar");
  await handler.page.getByText(told.enterprise).first().waitFor();
  await look(handler, "calendar");
  await handler.go(`/app/queue?q=${batchNo}`);
  await look(handler, "queue");
  await take(handler, batchNo, "audit");
  await look(handler, "audit");
  await openEvidence(handler);
  await look(handler, "audit-evidence");
  const returned = await audit(handler, true);
  await look(handler, "audit-decided");
  await decide(handler);
  await look(handler, "audit-proposed");
  here.step("another officer agrees");
  await agree(`${told.authority}-reviewer`, batchNo, "audit", "audit-review");

  // --- what came back
  here.step("the clerk mends the returned row");
  await desk.go("/app/desk");
  await look(desk, "desk-returned");
  await desk.page.getByRole("region", { name: like(t("desk")) }).getByRole("button", { name: t("next.correction") }).click();
  await desk.page.waitForURL(/\/tasks\/correction\//);
  await desk.ready();
  assert.ok((await desk.page.locator("main").innerText()).includes(returnedReason), "the reason is not shown");
  await look(desk, "correction");
  await desk.button(new RegExp(`^${t("rows.edit")}`)).first().click();
  const form = desk.page.getByRole("dialog");
  await form.getByRole("textbox", { name: t("field.condition") }).fill("2021年6月取得四级/中级工证书，之后从事本职业工作满 5 年");
  await look(desk, "correction-row");
  await form.getByRole("button", { name: t("edit.save") }).click();
  await form.waitFor({ state: "hidden" });
  await look(desk, "correction-mended");
  await decide(desk);

  here.step("the authority sees what changed, and passes");
  await take(handler, batchNo, "audit");
  await handler.page.locator(`#audit-row-${returned}`).click();
  const changes = handler.page.getByRole("region", { name: au("changes.title") });
  assert.ok((await changes.innerText()).includes("2021年6月"), "the change is not shown");
  await look(handler, "audit-again");
  await audit(handler, false);
  await decide(handler);
  await agree(`${told.authority}-reviewer`, batchNo, "audit");

  // --- the issue
  here.step("the clerk issues the certificates");
  await desk.go(`/app/batches/${batchNo}`);
  await look(desk, "batch-passed");
  await desk.button(t("next.issue")).click();
  await desk.page.waitForURL(/\/tasks\/issue\//);
  await desk.ready();
  await desk.page.getByRole("checkbox", { name: like(t("issue.confirm")) }).check();
  await look(desk, "issue");
  await decide(desk);
  await look(desk, "issued");
  await desk.page.getByRole("link", { name: words("shell")("done.batch") }).click();
  await desk.page.getByRole("heading", { name: t("cert.heading", { n: all }) }).waitFor();
  const bar = desk.page.getByRole("progressbar", { name: t("making.bar") });
  if (await bar.count()) await desk.shot("making"); // a fast machine has made them by now
  await bar.waitFor({ state: "hidden" });
  await desk.page.waitForFunction((making) => !document.querySelector("main").innerText.includes(making), t("cert.making"));
  await look(desk, "certificates");
  await desk.page.locator("tbody").getByRole("link").first().click();
  await desk.page.waitForURL(/\/app\/certificates\//);
  await desk.ready();
  await look(desk, "certificate");
  const number = new URL(desk.page.url()).pathname.split("/").at(-1);
  const file = await clerk.download(desk.button(ce("download")));
  const printed = (await run("pdftotext", ["-layout", file, "-"])).stdout.replace(/\s/g, "");
  const holder = told.people[0];
  for (const fact of [number, holder["姓名"], holder["证件号码"], told.enterprise, told.filingNo]) assert.ok(printed.includes(fact.replace(/\s/g, "")), `the PDF lacks ${fact}: ${printed}`);
  const address = new URL(await desk.page.getByRole("link", { name: ce("do.verify") }).getAttribute("href")).pathname;

  // --- the check
  here.step("an employer checks by number and name");
  const employer = await here.desk();
  await employer.go("/certificates");
  await look(employer, "query");
  const ask = async (name, by, no) => {
    await employer.page.getByRole("textbox", { name: pub("query.name") }).fill(name);
    if (by) await employer.page.getByRole("radio", { name: pub(`query.${by}`) }).check();
    await employer.page.getByRole("textbox", { name: pub(`query.${by ?? "number"}`), exact: true }).fill(no);
    await employer.button(pub("query.go")).click();
    const answer = employer.page.getByRole("status", { name: pub("query.answer") });
    await answer.waitFor();
    return answer;
  };
  employer.clicks.restart();
  const good = await ask(holder["姓名"], undefined, number);
  console.log(`certify: J4 takes ${employer.clicks.count} press of ${checking}`);
  assert.ok(employer.clicks.count <= checking, `${employer.clicks.count} presses`);
  await good.getByText(pub("cert.validWhat")).waitFor();
  assert.ok(!(await good.innerText()).includes(holder["姓名"]), "the whole name is shown");
  await look(employer, "query-valid");
  const wrongName = await (await ask("查无此人", undefined, number)).innerText();
  await look(employer, "query-none");
  const wrongNumber = await (await ask(holder["姓名"], undefined, `${number.slice(0, -6)}999999`)).innerText();
  const clean = (text) => text.replace(/\d{4}年.*?查验/g, "").replace(/\d{1,2}:\d{2}/g, "");
  assert.equal(clean(wrongName), clean(wrongNumber), "no match says which fact is wrong");
  assert.ok(wrongName.includes(pub("query.none")));

  here.step("a worker checks by ID number");
  await (await ask(told.people[1]["姓名"], "idNumber", told.people[1]["证件号码"])).getByText(pub("cert.validWhat")).waitFor();
  assert.ok(!employer.page.url().includes(told.people[1]["证件号码"]), "an ID number stands in the address");

  here.step("somebody scans the QR code");
  const phone = await here.desk({ onPhone: true });
  await phone.go(address);
  await phone.page.getByText(pub("cert.validWhat")).waitFor();
  assert.equal(phone.clicks.count, 0);
  await look(phone, "verify-valid");

  // --- the revocation
  here.step("the enterprise revokes a certificate");
  const publicWords = "证书信息有误，已由发证单位注销";
  await desk.button(t("revoke.open")).click();
  await look(desk, "revocation-begin");
  await desk.page.getByRole("dialog").getByRole("button", { name: t("revoke.go") }).click();
  await desk.page.waitForURL(/\/tasks\/revocation\//);
  await desk.ready();
  await phone.go(address);
  await phone.page.getByText(pub("cert.validWhat")).waitFor(); // in force until it is decided
  await desk.page.getByRole("radio", { name: new RegExp(`^${rv("reason.error")}`) }).check();
  await desk.page.getByRole("textbox", { name: rv("label.text") }).fill("证件号码录入有误，持证人已交回证书");
  await desk.page.getByRole("textbox", { name: rv("label.public") }).fill(publicWords);
  await look(desk, "revocation");
  await decide(desk);
  await look(desk, "revoked");
  await phone.go(address);
  await phone.page.getByText(pub("cert.reason", { reason: publicWords })).waitFor();
  await phone.page.getByText(like(pub("cert.revokedSince"))).waitFor();
  await look(phone, "verify-revoked");
  await (await ask(holder["姓名"], "number", number)).getByText(pub("cert.reason", { reason: publicWords })).waitFor();
  await desk.go(`/app/certificates/${number}`);
  await look(desk, "certificate-revoked");

  here.step("the authority revokes another on its own, by its steps");
  const { items } = await api.get(`/api/batches/${batchNo}/certificates?limit=50`);
  const second = items[1];
  await handler.go(`/app/certificates/${second.number}`);
  await look(handler, "certificate-of-officer");
  await handler.button(t("revoke.open")).click();
  await handler.page.getByRole("dialog").getByRole("button", { name: t("revoke.go") }).click();
  await handler.page.waitForURL(/\/tasks\/revocation\//);
  await handler.ready();
  await handler.page.getByRole("radio", { name: new RegExp(`^${rv("reason.fraud")}`) }).check();
  await handler.page.getByRole("textbox", { name: rv("label.text") }).fill("核查发现申报材料不真实，企业已确认");
  await handler.page.getByRole("textbox", { name: rv("label.public") }).fill("申报材料不真实");
  await look(handler, "revocation-of-officer");
  await decide(handler);
  const revocation = /\/cases\/([^/]+)\/tasks/.exec(handler.page.url())[1];
  await agree(`${told.authority}-reviewer`, revocation, "revocation", "revocation-review");
  await phone.go(new URL(second.verifyUrl).pathname);
  await phone.page.getByText(pub("cert.validWhat")).waitFor();
  await agree(`${told.authority}-signer`, revocation, "revocation", "revocation-sign");
  await phone.go(new URL(second.verifyUrl).pathname);
  await phone.page.getByText(pub("cert.reason", { reason: "申报材料不真实" })).waitFor();
  await phone.go("/verify/GUESSED");
  await phone.page.getByRole("heading", { name: pub("verify.unknown") }).waitFor();
  await look(phone, "verify-unknown");
  await employer.go("/results");
  await employer.page.getByText(told.enterprise).first().waitFor();
  await look(employer, "results");

  // --- J5
  here.step("J5: the clerk files a batch of fifty like the last one");
  await desk.go("/app/batches");
  await look(desk, "batches");
  desk.clicks.restart();
  await desk.button(t("new")).first().click();
  await desk.page.getByRole("heading", { name: t("new.heading") }).waitFor();
  await desk.ready();
  await look(desk, "plan-like-last");
  await clerk.day("plan.from", told.today);
  await clerk.evidence();
  await clerk.keepPlan();
  await clerk.choose(Clerk.workbook, await clerk.write(template, "fill", "认定结果二.xlsx", { book: 1 }));
  await clerk.choose(Clerk.photos, told.photos[1]);
  await clerk.checked();
  await clerk.confirm(all);
  await clerk.handIn(all);
  console.log(`certify: J5 takes ${desk.clicks.count} presses of ${filing} and ${desk.clicks.files} files`);
  assert.ok(desk.clicks.count <= filing, `${desk.clicks.count} presses`);

  // --- the month
  here.step("the month is reported");
  const month = told.today.slice(0, 7).replace("-", "");
  await (await Person.named("operator")).ask("POST", "/api/operator/months", { month });
  const summary = `${told.filingNo}-${month}`;
  const waiting = async (at, section) => {
    for (let n = 0; n < 60; n++) {
      await at.go("/app/desk");
      if (await at.page.getByRole("region", { name: like(t("desk")) }).getByRole("button", { name: section }).count()) return;
      await at.page.waitForTimeout(500);
    }
    assert.fail(`the desk of ${at.login} does not ask for the month`);
  };
  await waiting(desk, mo("go.report"));
  await look(desk, "desk-month");
  await desk.go("/app/months");
  await look(desk, "months");
  await desk.button(mo("go.report")).first().click();
  await desk.page.waitForURL(/\/tasks\/summary\//);
  await desk.ready();
  await desk.page.getByRole("textbox", { name: mo("field.checker") }).fill("周明远");
  await desk.page.getByRole("checkbox", { name: like(mo("report.confirm")) }).check();
  await look(desk, "summary");
  await decide(desk);

  here.step("another enterprise has nothing to report, by one press");
  const idle = await (await here.desk()).enter(told.idle.clerk);
  await waiting(idle, mo("go.nil"));
  await idle.page.getByRole("button", { name: mo("go.nil") }).click();
  await idle.page.waitForURL(/\/tasks\/summary\//);
  await idle.ready();
  await idle.page.getByRole("textbox", { name: mo("field.checker") }).fill("赵敏");
  await look(idle, "summary-nil");
  idle.clicks.restart();
  await idle.button(mo("report.goNil")).click();
  await idle.page.getByRole("heading", { name: like(words("shell")("done.recorded")) }).waitFor();
  assert.equal(idle.clicks.count, 1);
  await idle.close();

  here.step("the authority takes the months in and hands them on");
  await take(handler, summary, "summaryCheck");
  await look(handler, "summary-check");
  await decide(handler);
  await handler.go("/app/months");
  await handler.page.getByRole("combobox", { name: mo("which") }).selectOption(month); // the month before is meant where nothing is said
  await handler.ready();
  await look(handler, "months-of-city");
  const acknowledge = handler.page.getByRole("checkbox", { name: like(mo("rollUp.acknowledge")) });
  if (await acknowledge.count()) await acknowledge.check();
  await handler.button(like(mo("rollUp.go"))).click();
  await handler.page.getByText(like(mo("edition"))).first().waitFor();
  await look(handler, "rolled-up");
  here.step("the centre sees it");
  const centre = await officer(told.centre);
  await centre.go("/app/months");
  await centre.page.getByRole("combobox", { name: mo("which") }).selectOption(month);
  await centre.ready();
  await centre.page.getByText(like(mo("editions.facts"))).first().waitFor();
  await look(centre, "months-of-centre");
});

/** openEvidence opens the first paper of the batch beside the row, and says why it is read. */
async function openEvidence({ page }) {
  const pane = page.locator(".audit-evidence");
  await pane.getByRole("button", { name: words("design")("viewer.open") }).click();
  await pane.locator("canvas").first().waitFor();
}

/** audit decides every open row; the first of the sample is returned where that is asked, and its number given. */
async function audit({ page }, giveBack) {
  const entries = page.locator(".audit-entry:not([data-decision]), .audit-entry[data-decision='']");
  const form = page.locator(".audit-verdict");
  let returned;
  while (await entries.count()) {
    const no = Number((await entries.first().getAttribute("id")).split("-").at(-1));
    await entries.first().click();
    await page.getByRole("heading", { name: new RegExp(`^${au("row.title", { no, name: "" }).trim()} `) }).waitFor();
    const looked = form.getByRole("checkbox", { name: au("look.label") });
    const sampled = (await looked.count()) > 0;
    if (sampled) await looked.check();
    if (giveBack && sampled && returned === undefined) {
      returned = no;
      await form.getByRole("radio", { name: au("verdict.return"), exact: true }).check();
      await form.getByRole("textbox", { name: au("reason.return") }).fill(returnedReason);
    } else await form.getByRole("radio", { name: au("verdict.pass"), exact: true }).check();
  }
  return returned;
}
