// Measures the pages that are opened most, as medians of five (UI.md section 4), and prints one figure a line for bench/.
import { launch, setting, signIn } from "./lib/browser.mjs";
import { loaded, measured, median, slowDown, slowest, slowOffice, slowPhone } from "./lib/speed.mjs";
import { words } from "./lib/words.mjs";

const base = setting("BASE_URL");
const password = setting("PASSWORD");
const { officer, centre, workbench } = JSON.parse(setting("SEED"));
const rounds = 5;
const acc = words("acceptance"), q = words("queue"), pub = words("public");

/** say prints a figure as bench/ reads it. */
const say = (name, value, unit, goal) => console.log(JSON.stringify({ name, value, unit, ...(goal === undefined ? {} : { goal }) }));

const still = (page) => page.waitForLoadState("networkidle").then(() => page.waitForTimeout(500));

/** presses are what people do on a page, a few of each kind. */
const queue = {
  name: "queue", path: "/app/queue", login: centre, goals: { lcp: 2.2, tbt: 700 },
  ready: (page) => page.locator("tbody tr").first().waitFor(),
  async act(page) {
    for (const key of ["j", "j", "k", "x", "x"]) await page.keyboard.press(key, { delay: 20 });
    await page.getByRole("searchbox").or(page.getByRole("textbox", { name: q("filter.search") })).first().click();
    await page.keyboard.type("沈阳", { delay: 40 });
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Backspace");
    await page.getByRole("navigation", { name: q("tabs") }).getByRole("link").nth(3).click();
  },
};
const desk = {
  name: "workbench", path: workbench, login: officer, goals: {},
  ready: (page) => page.getByRole("group", { name: acc("verdict") }).waitFor(),
  async act(page) {
    for (const key of ["2", "p", "p", "b"]) await page.keyboard.press(key, { delay: 20 });
    const box = page.getByRole("checkbox").first();
    await box.click();
    await box.click();
    await page.getByRole("group", { name: acc("verdict") }).getByRole("button").first().click();
  },
};
const catalogue = {
  name: "catalogue", path: "/", goals: { lcp: 1.2, tbt: 100 },
  ready: (page) => page.getByRole("heading", { level: 1 }).waitFor(),
  async act(page) {
    await page.getByRole("searchbox").or(page.getByRole("textbox")).first().click();
    await page.keyboard.type("匠心", { delay: 40 });
    await page.keyboard.press("Enter");
    await page.waitForTimeout(300);
    await page.getByRole("button", { name: pub("elder") }).first().click();
  },
};

const browser = await launch();
try {
  for (const one of [queue, desk, catalogue]) {
    const all = { lcp: [], tbt: [], shift: [], inp: [] };
    for (let round = 0; round < rounds; round++) {
      const { context, page } = await measured(browser, {}, slowOffice);
      if (one.login) await signIn(context, base, one.login, password);
      await page.goto(base + one.path);
      await one.ready(page);
      await still(page);
      for (const [key, value] of Object.entries(await loaded(page))) all[key].push(value);
      await one.act(page);
      await page.waitForTimeout(500);
      all.inp.push(await slowest(page));
      await context.close();
    }
    say(`LCP of the ${one.name}, CPU/4, 10 Mbit`, median(all.lcp) / 1000, " s", one.goals.lcp);
    say(`TBT of the ${one.name}`, median(all.tbt), " ms", one.goals.tbt);
    say(`INP of the ${one.name}`, median(all.inp), " ms", 200);
    say(`CLS of the ${one.name}`, median(all.shift), "", 0.05);
  }

  const far = [];
  for (let round = 0; round < rounds; round++) {
    const { context, page } = await measured(browser, {}, slowPhone);
    await page.goto(base + catalogue.path);
    await catalogue.ready(page);
    await still(page);
    far.push((await loaded(page)).lcp);
    await context.close();
  }
  say("LCP of the catalogue, CPU/6, 1.6 Mbit", median(far) / 1000, " s", 2.5);

  // Opening a case in a browser that has the program already, and turning to the first material that is a document: from
  // the press in the queue to its first page. The first material is what was filled in.
  const first = [];
  const { context, page, session } = await measured(browser, {}, slowOffice);
  await signIn(context, base, officer, password);
  const link = page.locator(`tbody a[href="${workbench}"]`).first();
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${base}/app/queue`);
    await link.waitFor();
    await still(page);
    const begun = Date.now();
    await link.click();
    await desk.ready(page);
    await page.keyboard.press("4");
    await page.waitForFunction(drawn, undefined, { polling: 50, timeout: 60_000 });
    if (round > 0) first.push(Date.now() - begun);
  }
  say("case opened to the first page of a document, warm", median(first) / 1000, " s", 1.5);

  // The queue in a warm browser at full speed, and what it waits for alone.
  await slowDown(session);
  const content = [], alone = [];
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${base}/app/queue`, { waitUntil: "commit" });
    await page.locator("tbody tr").first().waitFor();
    const shown = await page.evaluate(() => performance.now());
    await still(page);
    const asked = await page.evaluate(async () => {
      const took = [];
      for (let i = 0; i < 5; i++) {
        const begun = performance.now();
        await (await fetch("/api/tasks?scope=claimable&limit=50")).json();
        took.push(performance.now() - begun);
      }
      return took.sort((a, b) => a - b)[2];
    });
    if (round > 0) {
      content.push(shown);
      alone.push(asked);
    }
  }
  say("queue page to its first row, warm", median(content), " ms");
  say("the call for the queue alone", median(alone), " ms");
  say("queue page to its first row / the call alone", median(content.map((value, i) => value / alone[i])), "");
} finally {
  await browser.close();
}

/** drawn says whether a page of a document stands on the screen. */
function drawn() {
  const canvas = document.querySelector("main canvas");
  if (!canvas || canvas.width < 100) return false;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 4; i < data.length; i += 4) if (data[i] !== data[0]) return true;
  return false;
}
