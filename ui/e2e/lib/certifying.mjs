// How the clerk of a filed enterprise makes a batch of results and hands it in, on its screens.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { like, words } from "./words.mjs";

const t = words("batch"), d = words("design");

/** What is planned where there is no batch before. */
const assessors = [["韩立新", "辽评 210001"], ["宋春梅", "辽评 210002"], ["于海涛", "辽评 210003"]];

/** Clerk fills batches in. `spreadsheet` is the address of the program in which workbooks are written. */
export class Clerk {
  constructor(desk, told) {
    Object.assign(this, { desk, told, page: desk.page });
  }

  /** choose gives files to the place of a name, and waits until they are taken. */
  async choose(label, ...files) {
    const place = this.page.getByRole("group", { name: label, exact: true });
    await this.desk.clicks.chooseFile(place.locator("input[type=file]").last(), ...files);
    for (const file of files) await place.getByText(basename(file), { exact: true }).first().waitFor();
    await this.page.waitForFunction(() => !document.querySelector("progress.jx-progress"));
  }

  /** day types a date. */
  async day(key, day) {
    const field = this.page.getByLabel(t(key), { exact: true });
    await field.fill(day);
    await field.press("Enter");
  }

  /** evidence gives every kind that is asked for its file. */
  async evidence() {
    const kinds = this.page.locator(".batch-evidence").getByRole("group");
    for (let i = 0; i < (await kinds.count()); i++) {
      const name = (await kinds.nth(i).locator(".jx-upload-label").innerText()).trim();
      assert.ok(this.told.evidence[name], `evidence that nobody asks for: ${name}`);
      await this.choose(name, this.told.evidence[name]);
    }
  }

  /** plan fills in the whole plan; the first filed occupation is taken. */
  async plan() {
    const { page, told } = this;
    const occupation = page.getByRole("combobox", { name: t("plan.occupation") });
    await this.desk.clicks.choose(occupation, await occupation.locator("option").nth(1).innerText());
    await page.getByRole("radio", { name: "三级/高级工" }).check();
    await page.getByRole("radio", { name: "考核测评" }).check();
    await this.day("plan.from", told.today);
    await page.getByRole("textbox", { name: t("plan.place") }).fill("培训中心一号考场");
    for (const [i, [name, card]] of assessors.entries()) {
      await page.getByRole("textbox", { name: t("plan.assessorName", { n: i + 1 }) }).fill(name);
      await page.getByRole("textbox", { name: t("plan.assessorCard") }).nth(i).fill(card);
    }
    await this.evidence();
  }

  /** keepPlan saves the plan and gives what the product made of it. */
  async keepPlan() {
    await this.desk.button(t("new.go")).click();
    await this.page.waitForURL(/\/app\/batches\/Y\d/);
    await this.desk.ready();
    this.batchNo = decodeURIComponent(new URL(this.page.url()).pathname.split("/").at(-1));
    this.occupation = (await this.page.getByRole("heading", { level: 1 }).innerText()).split(" · ")[0];
    return this.batchNo;
  }

  /** download presses something that downloads, and keeps the file. */
  async download(press, name) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press.click()]);
    const path = join(this.told.folder, name ?? download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  /** write has the spreadsheet program make another workbook of one. */
  async write(from, how, name, more = {}) {
    const asked = new URLSearchParams({ occupation: this.occupation, ...more });
    const answer = await fetch(`${this.told.spreadsheet}/${how}?${asked}`, { method: "POST", body: await readFile(from) });
    assert.ok(answer.ok, `the spreadsheet program: ${await answer.clone().text()}`);
    const path = join(this.told.folder, name);
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
    return path;
  }

  /** cells reads what a workbook shows. */
  async cells(path) {
    const answer = await fetch(`${this.told.spreadsheet}/read`, { method: "POST", body: await readFile(path) });
    return answer.json();
  }

  /** checked waits until a workbook has been read. */
  async checked() {
    const report = this.page.getByRole("region", { name: t("check"), exact: true });
    await report.getByText(like(t("check.rows"))).waitFor();
    return report;
  }

  /** confirm stores the rows; the product goes on to the submission. */
  async confirm(n) {
    await this.desk.button(t("check.confirm", { n })).click();
    await this.page.getByRole("heading", { name: t("submit.what") }).waitFor();
    await this.desk.ready();
  }

  /** handIn promises and hands the results in. */
  async handIn(n) {
    await this.page.getByRole("checkbox", { name: like(t("submit.promise")) }).check();
    await this.desk.button(t("submit.go", { n })).click();
    await this.page.getByRole("heading", { name: t("audit.audit") }).waitFor();
    await this.desk.ready();
  }

  /** replace gives another file where one was chosen. */
  async replace(label, file) {
    const place = this.page.getByRole("group", { name: label, exact: true });
    await this.desk.clicks.chooseFile(place.locator("input[type=file]").first(), file);
    await place.getByText(basename(file), { exact: true }).waitFor();
    await this.page.waitForFunction(() => !document.querySelector("progress.jx-progress"));
  }

  /** rule names a place of a file as the product does. */
  static workbook = t("import.workbook");
  static photos = t("import.photos");
  static chooseWords = d("upload.choose");
}
