// An enterprise's clerk fills in an application as the screens ask for it, section by section, in the real forms.
import assert from "node:assert/strict";
import { words } from "./words.mjs";

const a = words("application"), d = words("design");

/** form gives the ways to fill the form that a desk has open. */
export function form(desk) {
  const { page } = desk;
  const field = (name) => page.getByRole("textbox", { name, exact: true }).or(page.getByRole("combobox", { name, exact: true })).first();
  return {
    fill: (key, value) => field(a(key)).fill(String(value)),
    fillAt: (name, value) => field(name).fill(String(value)),
    tick: (name) => page.getByRole("checkbox", { name }).first().check(),
    pick: (group, name) => page.getByRole("group", { name: group }).getByRole("radio", { name, exact: false }).first().check(),
    press: (name) => page.getByRole("button", { name }).first().click(),
    async attach(label, file) {
      const button = page.getByRole("button", { name: new RegExp(`^${d("upload.choose")}.*${label.replace(/[（）()]/g, ".")}$`) }).first();
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
      await chooser.setFiles(file);
      await page.getByText(file.split("/").pop()).first().waitFor();
      await page.waitForFunction(() => !document.querySelector("progress.jx-progress"));
    },
  };
}

const address = "大连市示例区匠心路 1 号";

/** sections fill one part of the application each. */
const sections = {
  async unit(f, { legal }) {
    await f.fill("f.unit.nature", "有限责任公司");
    await f.fill("f.unit.industry", "通用设备制造业");
    await f.fill("f.unit.legalRepresentative", legal);
    await f.fill("f.unit.registeredAddress", address);
    await f.fill("f.unit.officeAddress", address);
    await f.fill("f.unit.staffTotal", 1200);
    await f.fill("f.unit.contact.name", "周明远");
    await f.fill("f.unit.contact.phone", "0411-82345678");
    await f.fill("f.unit.contact.email", "filing@example.cn");
  },
  async conditions(f) {
    const said = ["依法设立，信用良好；评价结果与薪酬待遇挂钩。", "连续十年开展岗位练兵和技能比武。", "设技能人才评价中心，人员、场地、设备齐备。", "经费列入年度预算，不向职工收费。", "考务、阅卷、督导分人负责，自愿接受监督。"];
    for (const [i, article] of ["一(一)", "一(二)", "一(三)", "一(四)", "一(五)"].entries()) await f.fillAt(`本单位如何符合条件${article}`, said[i]);
  },
  async occupations(f, _, { page }) {
    await page.getByRole("combobox", { name: a("occ.find") }).fill("电工");
    await page.getByRole("option", { name: /6-31-01-03/ }).first().click();
    for (const level of ["5", "4"]) await page.locator(".occ-tick", { has: page.getByRole("checkbox", { name: new RegExp(`电工.*${a(`occ.level.${level}`)}`) }) }).first().click();
    await f.press(new RegExp("^" + a("occ.set.row", { name: "电工" })));
    const way = page.getByRole("checkbox", { name: new RegExp(`^${a("occ.way.examination")}`) });
    if (!(await way.isChecked())) await way.check();
  },
  async plan(f, { files }, { page }) {
    await f.attach(a("f.plan.document"), files.plan);
    for (const level of ["五级", "四级"]) await page.getByRole("textbox", { name: new RegExp(`电工.*${level}`) }).first().fill("60");
  },
  async rules(f, { files }, { page }) {
    for (const rule of ["examination", "quality", "certificate"]) {
      await f.attach(a(`f.rules.${rule}.document`), files[rule]);
      await f.attach(a(`f.rules.${rule}.public`), files.public);
    }
    await page.waitForTimeout(100);
  },
  async funding(f) {
    await f.fill("f.funding.source", "企业职工教育经费，列入年度预算");
    await f.fill("f.funding.annual", 600000);
    await f.tick(new RegExp(`^${a("f.funding.nonProfit")}`));
  },
  async premises(f, _, { page }) {
    await f.press(a("premises.addFirst"));
    await f.fill("f.premises.sites.name", "一号实训车间");
    await f.fill("f.premises.sites.address", address);
    await f.tick(new RegExp(`^${a("room.practical")}`));
    await f.fill("f.premises.sites.places", 50);
    const tenure = page.getByRole("radio", { name: a("tenure.owned") });
    if (await tenure.count()) await tenure.check();
    else await page.getByRole("combobox", { name: a("f.premises.sites.tenure") }).selectOption({ label: a("tenure.owned") });
    await f.press(a("premises.addEquipment"));
    await page.getByRole("textbox", { name: new RegExp(a("f.premises.equipment.name")) }).first().fill("电工实训台");
    await page.getByRole("textbox", { name: new RegExp(a("f.premises.equipment.model")) }).first().fill("DG-30");
    await page.getByRole("textbox", { name: new RegExp(a("f.premises.equipment.quantity")) }).first().fill("30");
    await f.fill("f.premises.video.cameras", 16);
    await f.fill("f.premises.video.description", "覆盖全部考场，双机位");
  },
  async organisation(f) {
    await f.fill("f.organisation.name", "技能人才评价中心");
    await f.fill("f.organisation.head", "周明远");
    await f.fill("f.organisation.duties", "负责职工培训考核与职业技能等级认定，考务、质量、证书三项管理分人负责。");
  },
  async staff(f, { files }, { page }) {
    await f.press(a("staff.import"));
    await page.getByLabel(a("staff.import.choose")).first().setInputFiles(files.staff);
    await f.press(/^确认导入 \d+ 人$/);
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  },
  async materials(f, { files }, { page }) {
    await page.getByRole("checkbox", { name: new RegExp(`^${a("mat.online")}`) }).check();
    for (const number of [4, 6, 7]) {
      const item = page.locator(".mat-item").nth(number - 1);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), item.getByRole("button", { name: new RegExp(`^${d("upload.choose")}`) }).click()]);
      await chooser.setFiles(files.materials[number - 1]);
      await item.getByRole("button", { name: new RegExp(`^${d("upload.preview")}`) }).waitFor({ timeout: 60_000 });
    }
  },
};

/** apply fills every section from the first page on, checks, promises and submits; it gives the case number. */
export async function apply(desk, seed, here) {
  const { page } = desk;
  const f = form(desk);
  await page.waitForURL(/\/app\/applications\/[^/]+$/);
  const list = page.url();
  for (const [name, fill] of Object.entries(sections)) {
    here.step(`the clerk fills in: ${name}`);
    await page.goto(`${list}/${name}`);
    await desk.ready();
    await fill(f, seed, desk);
    await page.getByText(/^已保存/).first().waitFor();
    await desk.shot(`apply-${name}`);
  }
  here.step("the clerk checks and submits");
  await page.goto(`${list}/check`);
  await desk.ready();
  const gaps = await page.getByRole("region", { name: /还有 \d+ 处/ }).innerText({ timeout: 2000 }).catch(() => "");
  assert.equal(gaps, "", "something is still missing");
  for (const part of ["真实性", "有效性", "合法性"]) await page.getByRole("checkbox", { name: new RegExp(`^${part}`) }).check();
  await page.getByLabel(a("f.promise.by"), { exact: true }).fill(seed.legal);
  await desk.shot("apply-check");
  await f.press(/^提交给/);
  await page.getByRole("heading", { name: a("intake.heading") }).first().waitFor({ timeout: 60_000 });
  await desk.shot("intake");
  const shown = await page.locator("main").innerText();
  return /\d{6}-\d{4}-\d{6}/.exec(shown)[0];
}
