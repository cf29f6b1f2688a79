// The frame of every script: it opens a browser, lets people sit down at desks, and afterwards demands that nothing went
// wrong that the script did not cause itself. A failure leaves pictures of every open page.
import assert from "node:assert/strict";
import { artifacts, launch, phone, screen, setting, signIn } from "./browser.mjs";
import { Clicks } from "./clicks.mjs";
import { atSize, axeFinds, shot, sticksOut } from "./look.mjs";
import { endSession } from "./trouble.mjs";
import { Watch } from "./watch.mjs";
import { words } from "./words.mjs";

export const base = setting("BASE_URL");
const patience = 60_000; // ms for whatever a page is waited for: a busy machine is no fault of the page

/** seed gives what the Go side has prepared for this script. */
export const seed = () => JSON.parse(setting("SEED"));

/** Desk is one browser of one person. */
class Desk {
  constructor(play, context, page, watch, clicks) {
    Object.assign(this, { play, context, page, watch, clicks });
  }

  /** signIn goes through the page for it, and stays where the product leads. */
  async signIn(login, path = "/app") {
    const t = words("shell");
    await this.page.goto(`${base}/app/login?back=${encodeURIComponent(path)}`);
    await this.page.getByLabel(t("signIn.login")).fill(login);
    await this.page.getByLabel(t("signIn.password")).fill(setting("PASSWORD"));
    await this.page.getByRole("button", { name: t("signIn.go") }).click();
    await this.page.waitForURL((url) => !url.pathname.startsWith("/app/login"));
    this.login = login;
    return this;
  }

  /** enter opens a session without the page for it: most scripts are about something else. */
  async enter(login) {
    await signIn(this.context, base, login, setting("PASSWORD"));
    this.login = login;
    return this;
  }

  /** go opens an address and waits until the page shows what it is about. */
  async go(path) {
    await this.page.goto(base + path);
    await this.ready();
  }

  /** hop goes to another address of the same page without loading it anew, as its links do. */
  async hop(path) {
    await this.page.evaluate((to) => history.pushState({}, "", to), path);
    await this.ready();
  }

  /** ready waits until a page shows its heading and has fetched what it asked for. */
  async ready() {
    await this.watch.quiet(patience);
    await this.page.getByRole("heading", { level: 1 }).first().waitFor();
    await this.page.waitForFunction(() => !document.querySelector(".jx-loading"));
    await this.watch.quiet(patience);
  }

  button(name, options = {}) {
    return this.page.getByRole("button", { name, ...options });
  }

  /** press sends keys one after another, as somebody without a mouse does. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** tabTo moves the focus by Tab until it rests on what is wanted. */
  async tabTo(locator, key = "Tab", most = 120) {
    for (let i = 0; i < most; i++) {
      if (await locator.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`Tab does not reach ${locator} in ${most} steps`);
  }

  shot(name) {
    return shot(this.page, `${this.play.name}-${name}`);
  }

  /** accessible demands that axe finds nothing. */
  async accessible(name) {
    const found = await axeFinds(this.page);
    assert.equal(found.length, 0, `axe finds in "${name}" (${this.page.url()}):\n    ${found.join("\n    ")}`);
  }

  /** fits demands that nothing sticks out, at this size and on a phone. */
  async fits(name) {
    for (const size of [screen, phone]) {
      const found = await atSize(this.page, size, () => sticksOut(this.page));
      assert.equal(found.length, 0, `"${name}" does not fit ${size.width} px:\n    ${found.join("\n    ")}`);
    }
  }

  endSession() {
    return endSession(this.context, base);
  }

  close() {
    return this.context.close();
  }
}

class Play {
  desks = [];
  #found = new Set();

  constructor(name, browser) {
    this.name = name;
    this.browser = browser;
  }

  /** desk opens a browser for one person; `onPhone` gives them a phone. */
  async desk({ login, path, onPhone = false, ...options } = {}) {
    const context = await this.browser.newContext({
      viewport: onPhone ? phone : screen, isMobile: onPhone, hasTouch: onPhone, locale: "zh-CN", timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce", ...options,
    });
    context.setDefaultTimeout(patience);
    context.setDefaultNavigationTimeout(2 * patience);
    const watch = await Watch.on(context);
    const clicks = await Clicks.on(context);
    const desk = new Desk(this, context, await context.newPage(), watch, clicks);
    this.desks.push(desk);
    if (login) await desk.signIn(login, path);
    return desk;
  }

  /** step says how far the script is, so that a failure tells where it happened. */
  step(text) {
    this.at = text;
    console.log(`${this.name}: ${text}`);
  }

  /** note keeps a fault and lets the script go on; at the end it fails for all of them. */
  note(line) {
    if (!this.#found.has(line)) console.log(`  - ${line}`);
    this.#found.add(line);
  }

  get troubles() {
    return [...this.#found, ...this.desks.flatMap((desk) => desk.watch.troubles.map((line) => `${desk.login ?? "visitor"}: ${line}`))];
  }
}

/** crew works through a list with a few hands at once. Each hand keeps its own things: `act` gets an item and the hand's own map. */
export async function crew(items, act, hands = 3) {
  const left = [...items];
  const work = async (own) => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item, own);
  };
  await Promise.all(Array.from({ length: hands }, () => work(new Map())));
}

/** play runs a script under its name. */
export async function play(name, act) {
  const browser = await launch();
  const here = new Play(name, browser);
  try {
    await act(here);
    const troubles = here.troubles;
    assert.equal(troubles.length, 0, `${troubles.length} faults:\n  ${troubles.join("\n  ")}`);
    console.log(`${name}: done`);
  } catch (failure) {
    console.error(`${name} failed${here.at ? ` at: ${here.at}` : ""}`);
    for (const [n, desk] of here.desks.entries()) {
      for (const page of desk.context.pages()) {
        await page.screenshot({ path: `${artifacts}${name}-failed-${n + 1}.png`, fullPage: true }).catch(() => undefined);
        const seen = await page.locator("body").ariaSnapshot({ timeout: 2000 }).catch(() => "");
        console.error(`  ${desk.login ?? "visitor"} sees ${page.url()}\n${seen.split("\n").slice(0, 80).map((line) => `    ${line}`).join("\n")}`);
      }
    }
    for (const line of here.troubles) console.error(`  ${line}`);
    throw failure;
  } finally {
    await browser.close();
  }
}
