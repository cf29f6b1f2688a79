// How each stage of a filing is answered on its screen, straight on, by the person whose task it is.
import { like, words } from "./words.mjs";

const d = words("design"), s = words("shell"), acc = words("acceptance"), app = words("application"), act = words("act"), com = words("commitment"), exp = words("expert"), pan = words("panel"), rec = words("receipt"), ver = words("verification"), vis = words("visit"), cas = words("case");

/** decide presses the main action of the bar, confirms where that is asked, and waits for the record. */
export async function decide(desk) {
  const { page } = desk;
  await page.getByRole("region", { name: d("decision.label") }).getByRole("button").last().click();
  const recorded = page.getByRole("heading", { name: like(s("done.recorded")) });
  const dialog = page.getByRole("dialog");
  await recorded.or(dialog).first().waitFor({ timeout: 60_000 });
  if (await dialog.count()) {
    await desk.shot(`${desk.play.chapter}-confirm`);
    await dialog.getByRole("button").last().click();
  }
  await recorded.waitFor({ timeout: 60_000 });
}

/** each presses the same choice in every group whose name matches. */
async function each(desk, group, choice) {
  const groups = desk.page.getByRole("group", { name: group });
  for (let i = 0; i < (await groups.count()); i++) await groups.nth(i).getByRole("radio", { name: choice, exact: true }).check();
}

const attach = async (desk, button, file) => {
  const [chooser] = await Promise.all([desk.page.waitForEvent("filechooser"), button.click()]);
  await chooser.setFiles(file);
  await desk.page.waitForFunction(() => !document.querySelector("progress.jx-progress"));
};

/** nowInShanghai is what calendar and clock on the wall there show, as controls of a date and a time want it. */
const nowInShanghai = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" }).format(new Date()).replace(" ", "T");

/** answers by stage. The first acceptance returns the application with two defects. */
export const answers = {
  async acceptance(desk, { round }) {
    for (let at = 1; at <= 7; at++) {
      await desk.press(String(at));
      await desk.page.getByRole("heading", { name: new RegExp(`^${at}\\. `) }).waitFor();
      const defect = round === 1 && (at === 4 || at === 6);
      await desk.press(defect ? "b" : "p");
      if (!defect) continue;
      await desk.page.getByRole("group", { name: acc("reasons.supplement") }).getByRole("checkbox").first().check();
      await desk.page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
      await desk.press("Escape"); // out of the words, where a digit is a digit
    }
    await decide(desk);
  },
  async supplement(desk, _, { files }) {
    const cards = desk.page.locator(".sup-place");
    for (let i = 0; i < (await cards.count()); i++) {
      await attach(desk, cards.nth(i).getByRole("button", { name: new RegExp(`^${d("upload.choose")}`) }).first(), files.mended[i]);
      await cards.nth(i).getByText(app("sup.done"), { exact: true }).waitFor({ timeout: 60_000 });
    }
    await desk.page.getByRole("checkbox", { name: app("sup.all") }).check();
    await decide(desk);
  },
  async panel(desk) {
    const free = desk.page.getByRole("row").filter({ hasText: "未命中" });
    for (let i = 0; i < 3; i++) await free.nth(i).getByRole("checkbox").check();
    await free.nth(0).getByRole("radio").check();
    await decide(desk);
  },
  async expertReview(desk) {
    const { page } = desk;
    await page.getByRole("radio", { name: exp("declare.none"), exact: true }).check();
    await page.getByRole("checkbox", { name: new RegExp(`^${exp("declare.secret")}`) }).check();
    await desk.shot("declaration");
    await desk.button(exp("declare.begin")).click();
    const list = page.getByRole("navigation", { name: exp("list.label") });
    const items = list.getByRole("button");
    const judge = page.getByRole("region", { name: like(exp("judge.label")) });
    await items.first().waitFor();
    for (let i = 0; i < (await items.count()); i++) {
      await items.nth(i).click();
      const good = judge.getByRole("radio", { name: exp("opinion.good"), exact: true });
      const marks = judge.getByRole("textbox", { name: exp("marks.ability") });
      const overall = judge.getByRole("radio", { name: exp("overall.yes"), exact: true });
      await good.or(marks).or(overall).first().waitFor();
      if (await good.count()) await good.check();
      else if (await marks.count()) {
        await marks.fill("88");
        await judge.getByRole("textbox", { name: exp("marks.conditions") }).fill("90");
        await judge.getByRole("textbox", { name: exp("marks.opinion") }).fill("设备、人员与题库满足评价需要。");
      } else await overall.check();
    }
    await decide(desk);
  },
  async deliberation(desk) {
    const { page } = desk;
    await page.getByLabel(exp("label.heldAt")).fill(nowInShanghai());
    await page.getByRole("textbox", { name: exp("label.place") }).fill("市人力资源和社会保障局二楼会议室");
    const present = page.getByRole("group", { name: new RegExp(`^${exp("label.present")}`) }).getByRole("checkbox");
    for (let i = 0; i < (await present.count()); i++) await present.nth(i).check();
    await page.getByRole("textbox", { name: exp("label.minutes") }).fill("与会专家逐项论证，一致同意进入现场考察。");
    await page.getByRole("textbox", { name: exp("label.lookAt") }).fill("视频监控覆盖范围");
    const votes = page.getByRole("group", { name: new RegExp(`^${exp("label.vote")}`) }).getByRole("textbox");
    for (const [i, count] of ["3", "0", "0"].entries()) if (await votes.nth(i).count()) await votes.nth(i).fill(count);
    await decide(desk);
  },
  async assessment(desk) {
    const { page } = desk;
    await page.getByRole("radio", { name: new RegExp(`^${cas("conclusion.recommend")}`) }).check();
    await decide(desk);
  },
  signature: decide,
  async verification(desk) {
    const { page } = desk;
    await page.getByRole("region", { name: ver("result.title") }).getByRole("radio").first().check();
    await decide(desk);
  },
  async commitment(desk, _, { files, legal }) {
    const { page } = desk;
    const paper = page.getByRole("radio", { name: com("form.paper"), exact: true });
    if (await paper.count()) await paper.check(); // only where a letter may be given by account too
    const choosers = () => page.getByRole("button", { name: new RegExp(`^${d("upload.choose")}`) });
    await attach(desk, choosers().filter({ hasText: com("field.scan") }).first(), files.letter);
    await attach(desk, choosers().filter({ hasText: com("field.authorisation") }).first(), files.authorisation);
    await page.getByRole("textbox", { name: com("field.signedBy") }).fill(legal);
    const day = page.getByLabel(com("field.signedOn")).first();
    await day.fill(nowInShanghai().slice(0, 10));
    await day.press("Enter");
    await page.getByRole("textbox", { name: com("field.place"), exact: true }).fill("企业档案室三柜");
    await decide(desk);
  },
  commitmentCheck: decide,
  async delegateOpinion(desk) {
    await desk.page.getByRole("textbox", { name: act("opinion.label"), exact: true }).fill("经核验，该企业符合条件，同意移交市人力资源和社会保障局报送备案。");
    await decide(desk);
  },
  submission: decide,
  centreReview: decide,
  async receipt(desk) {
    const { page } = desk;
    await page.getByRole("region", { name: rec("decision") }).getByRole("radio").first().check();
    await decide(desk);
  },
  publication: decide,
};

/** step agrees to what the first person of an act proposed; what has legal effect asks for the password again. */
export async function step(desk, password) {
  const again = desk.page.getByLabel(act("password.label"));
  if (await again.count()) await again.fill(password);
  await decide(desk);
}

/** visit goes through the visit on a phone: one item a screen. */
export async function visit(desk, { photo }) {
  const { page } = desk;
  const people = page.getByRole("checkbox");
  for (let i = 0; i < (await people.count()); i++) await people.nth(i).check();
  await desk.shot("visit-arrival");
  await page.getByRole("button", { name: vis("bar.begin") }).click();
  for (let n = 1; n <= 5; n++) {
    await page.getByRole("button", { name: new RegExp(`^条件${n}：`) }).click();
    await page.locator("label").getByText(cas("met.met"), { exact: true }).click(); // the words lie over their circle
    if (n === 3) {
      const input = page.locator('input[type="file"]').first();
      await input.setInputFiles(photo);
      await page.getByRole("button", { name: like(vis("photo.open")) }).first().waitFor();
      await desk.shot("visit-item");
    }
  }
  await page.getByRole("button", { name: "核对与提交" }).click();
  await desk.shot("visit-check");
  await page.getByRole("button", { name: new RegExp(`^${vis("check.submit")}`) }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: vis("check.submit") }).last().click();
  await page.getByRole("heading", { name: vis("done.heading") }).waitFor({ timeout: 60_000 });
  await desk.shot("visit-done");
}
